//! A theme as a style sheet that follows the app's own: only what differs is in it.

use std::fmt::Write as _;

use super::{Palette, Scheme, Theme};

/// Our own typefaces stand after the publisher's, so that every script has one.
const TOKENS: &str = include_str!("../../../../style/tokens.css");

/// The chart's labels are laid out for our own size of type (rem), which they keep.
const CHART: &str = ".chart";
const CHART_TEXT: [(&str, f64); 2] = [("text-xs", 0.75), ("text-s", 0.8125)];

/// The logo stands on the line of the name that it takes the place of.
const LOGO: &str = ".brand { align-self: center; }\n.brand img { display: block; height: 1.75rem; width: auto; max-width: 40vw; }\n";

/// Which of two logos is shown, by the page's switch, else by the system.
const TWO_LOGOS: &str = "\
.brand img + img { display: none; }
@media screen {
  :root[data-theme=\"dark\"] .brand img { display: none; }
  :root[data-theme=\"dark\"] .brand img + img { display: block; }
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=\"light\"]) .brand img { display: none; }
  :root:not([data-theme=\"light\"]) .brand img + img { display: block; }
}
";

impl Theme {
    /// The style sheet; empty for a theme that changes nothing. It holds no character that could end
    /// a `style` element.
    pub(crate) fn css(&self) -> String {
        let mut rules = String::new();
        // Writing to a string cannot fail.
        let (light, dark) = (Palette::standard(Scheme::Light), Palette::standard(Scheme::Dark));
        let standard = light.tokens().zip(dark.tokens());
        for ((ours, standard), (_, dark)) in self.light.tokens().zip(standard).zip(self.dark.tokens()) {
            let (name, light) = ours;
            if (light, dark) != (standard.0.1, standard.1.1) {
                let _ = writeln!(rules, "  --{name}: light-dark({light}, {dark});");
            }
        }
        for (name, families) in [("serif", &self.serif), ("sans", &self.sans)] {
            if !families.is_empty() {
                let _ = writeln!(rules, "  --{name}: {}, {};", families.join(", "), standard_stack(name));
            }
        }
        if self.percent != 100 {
            let _ = writeln!(rules, "  font-size: {}%;", self.percent);
        }
        let mut sheet = if rules.is_empty() { rules } else { format!(":root {{\n{rules}}}\n") };
        if self.percent != 100 {
            let back = 100.0 / f64::from(self.percent);
            let _ = writeln!(sheet, "{CHART} {{");
            for (name, size) in CHART_TEXT {
                let _ = writeln!(sheet, "  --{name}: {:.4}rem;", size * back);
            }
            sheet.push_str("}\n");
        }
        if let Some(logo) = &self.logo {
            sheet.push_str(LOGO);
            if logo.dark.is_some() {
                sheet.push_str(TWO_LOGOS);
            }
        }
        sheet
    }
}

/// The stack of a kind of type, as `style/tokens.css` has it.
fn standard_stack(name: &str) -> &'static str {
    let start = format!("--{name}: ");
    let stack = TOKENS.lines().find_map(|line| line.trim().strip_prefix(&start)?.strip_suffix(';'));
    stack.expect("tokens.css has both stacks, and a test reads them")
}
