//! Where blocks end: what their line is, once it is whole.

use super::super::blocks::Item;
use super::super::line::Line;
use super::super::listed;
use super::super::signs::{collapsed, is_blank, is_words, number_of};
use super::super::style::{Place, Style};
use super::Reader;

impl Reader<'_> {
    /// Leaves out the block being read, and the box around it if nothing else is in it: a remark
    /// as Google Docs writes it under a text.
    pub(super) fn leave_out_around(&mut self) {
        let Some(at) = self.around.iter().rposition(|open| open.is_block) else { return };
        let wide = self.around[..at].iter().rposition(|open| open.is_block);
        let wide = wide.filter(|wide| {
            let box_of_its_own = &self.around[*wide];
            box_of_its_own.name == "div" && box_of_its_own.begun == self.written()
        });
        for open in &mut self.around[wide.unwrap_or(at)..] {
            open.style.place = Place::Nowhere;
        }
        self.take_line();
    }

    /// A block begins or ends.
    pub(super) fn edge(&mut self, place: Place) {
        match place {
            Place::Body => self.end_block(),
            Place::Code if self.line.last().is_none_or(|last| last == '\n') => {}
            Place::Code => self.line.push("\n", 0, ""),
            Place::Cell => self.part(),
            Place::Sign | Place::Nowhere => {}
        }
    }

    /// The line as it is, ready for another.
    pub(super) fn take_line(&mut self) -> Line {
        self.gap.clear();
        self.breaks = 0;
        self.parted = false;
        self.in_sign = false;
        std::mem::take(&mut self.line)
    }

    pub(super) fn end_block(&mut self) {
        let mut line = self.take_line();
        let sign = std::mem::take(&mut self.sign);
        if line.signs().iter().all(|sign| is_blank(*sign)) {
            return;
        }
        let mut style = self.block;
        let mut item = self.item.take();
        if !sign.is_empty() {
            match &mut item {
                // Markdown counts in no such way: it is written as it is seen.
                Some(Item { is_exact: false, .. }) if is_words(&sign) => {
                    line.put_before(&format!("{} ", collapsed(sign.trim_matches(is_blank))));
                    (item, style.level) = (None, 0);
                }
                Some(item) => {
                    let ticked = item.ticked.or(listed::ticked_by(&sign));
                    *item = Item { number: number_of(&sign), ticked, is_exact: false };
                }
                // A heading says its number.
                None => line.put_before(&format!("{} ", sign.trim_matches(is_blank))),
            }
        }
        if style.level > 0
            && let Some(ticked) = listed::is_box_alone(&line)
        {
            // Its words come in a block of their own.
            self.item = item.map(|item| Item { ticked: item.ticked.or(Some(ticked)), ..item });
            return;
        }
        let is_body = style.place == Place::Body && style.heading == 0;
        match listed::parts(&line).filter(|_| is_body) {
            Some(parts) => self.add_parts(parts, style, item),
            None => self.add_line(line, style, item),
        }
    }

    fn add_line(&mut self, mut line: Line, mut style: Style, mut item: Option<Item>) {
        if style.place == Place::Body && style.heading == 0 {
            item = listed::item_of(&mut line, &mut style, item);
        }
        if !line.is_empty() {
            self.blocks.add(line, style, item);
        }
    }

    /// Adds items that stand on lines of one block.
    fn add_parts(&mut self, parts: Vec<listed::Part>, style: Style, item: Option<Item>) {
        // Those under words of an item are under it.
        let begins = parts.first().is_some_and(|part| part.item.is_none());
        let level = style.level.max(1) + usize::from(begins && style.level > 0);
        let mut whole = item;
        for part in parts {
            let mut style = style;
            let result = match part.item {
                None => whole.take(),
                Some((deeper, written)) => {
                    style.level = level + deeper - 1;
                    let ticked = written.ticked;
                    Some(whole.take().map_or(written, |item| Item { ticked, ..item }))
                }
            };
            self.blocks.add(part.line, style, result);
        }
    }
}
