// small
