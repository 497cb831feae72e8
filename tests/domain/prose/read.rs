//! A note as it is read, block by block: where each is in the source, what it is, how its words
//! look.

use domain::prose::diff::about::Align;
use domain::prose::diff::block::{Block, Shape, Style, Styles, blocks, located};

/// One block on one line: its line in the source, what it is, what it shows besides its words,
/// its words and their looks.
fn told(line: usize, block: &Block, styles: &Styles) -> String {
    let shape = match block.shape {
        Shape::Paragraph => "¶".to_owned(),
        Shape::Heading(level) => "#".repeat(usize::from(level)),
        Shape::Item { depth, numbered: true } => format!("{}1.", "·".repeat(usize::from(depth))),
        Shape::Item { depth, numbered: false } => format!("{}-", "·".repeat(usize::from(depth))),
        Shape::Quote => ">".to_owned(),
        Shape::Code => "`".to_owned(),
        Shape::Row => "|".to_owned(),
        Shape::Rule => "***".to_owned(),
        Shape::Bare => "?".to_owned(),
    };
    let about = &block.about;
    let mut all = vec![format!("{line} {shape}")];
    all.extend(about.checked.map(|is| if is { "☑" } else { "☐" }.to_owned()));
    all.extend(about.start.map(|start| format!("(from {start})")));
    let column = |align: &Align| match align {
        Align::Unsaid => '.',
        Align::Left => 'l',
        Align::Center => 'c',
        Align::Right => 'r',
    };
    let columns: String = about.columns.iter().map(column).collect();
    all.extend((!columns.is_empty()).then(|| format!("({columns})")));
    all.extend((!about.language.is_empty()).then(|| format!("({})", about.language)));
    all.extend((about.quotes > 0).then(|| format!("(quoted {})", about.quotes)));
    all.extend((about.inside > 0).then(|| format!("(under {})", about.inside)));
    let runs = block.tokens.chunk_by(|one, other| one.style == other.style).map(|run| {
        let text = &block.text[run[0].range.start..run[run.len() - 1].range.end];
        looking(text, styles.get(run[0].style))
    });
    all.push(runs.collect());
    assert_eq!(block.words().concat(), block.text, "each word is in one piece");
    all.join(" ").trim_end().to_owned()
}

fn looking(text: &str, style: &Style) -> String {
    let mut text = text.to_owned();
    for (has, sign) in
        [(style.code, "`"), (style.struck, "~~"), (style.italic, "*"), (style.bold, "**")]
    {
        text = if has { format!("{sign}{text}{sign}") } else { text };
    }
    let Some(link) = &style.link else { return text };
    let sign = if style.picture { "!" } else { "" };
    let title = if style.title.is_empty() { String::new() } else { format!(" {:?}", style.title) };
    format!("{sign}[{text}]({link}{title})")
}

/// Every case of the golden file: a text, and its blocks.
#[test]
fn the_golden_file_is_read_to_the_letter() {
    let golden = include_str!("read.golden.txt").replace('\r', "");
    let mut wrong = vec![];
    for case in golden.split("\n#### ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("----\n").unwrap();
        let mut styles = Styles::default();
        let found = located(text, &mut styles);
        let lines: Vec<String> =
            found.iter().map(|(block, line)| told(*line, block, &styles)).collect();
        let lines = lines.join("\n");
        if lines != expected.trim_end() {
            wrong.push(format!("#### {name}\n{lines}\n"));
        }
        let alone: Vec<Block> = found.into_iter().map(|(block, _)| block).collect();
        assert_eq!(blocks(text, &mut styles), alone);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
