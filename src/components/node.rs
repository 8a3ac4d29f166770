//! A tree of plain elements: what a view looks like, as a value.
//!
//! Lists, charts and texts are pure functions from answers to such trees, which `browser::draw`
//! puts on the page. Three reasons: a tree can be tested without a browser; a text can only become
//! a text node, whatever it holds; and thousands of elements cost the wasm no types of their own
//! (typed views of the same content were more than half of the app's size).

use core::ops::{Deref, DerefMut};
use std::borrow::Cow;
use std::rc::Rc;

use crate::words::{Part, parts};

/// What a press of an element does.
pub type Press = Rc<dyn Fn()>;
/// What a new value of a field does.
pub type Input = Rc<dyn Fn(String)>;
/// What a key, by its name, does.
pub type Keys = Rc<dyn Fn(&str)>;

/// A text or an element.
#[derive(Clone)]
pub enum Node {
    /// A text node.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
}

/// An element with its attributes and children. Behind one pointer: builders hand it on at every step, and
/// moving all of it each time, inline, would be a tenth of the app.
#[derive(Clone)]
pub struct Element(Box<Parts>);

/// What an element is made of.
#[derive(Clone)]
pub struct Parts {
    /// Name of the tag; an `svg` and what is in it are made in the SVG namespace.
    pub tag: &'static str,
    /// Tells siblings apart that may change places; without keys they are told apart by place.
    pub key: Option<String>,
    /// Attributes, in the order given.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// Children.
    pub children: Vec<Node>,
    /// What a click, or Enter and Space on it, does.
    pub press: Option<Press>,
    /// What a new value does, where it is a field.
    pub input: Option<Input>,
    /// What a key that is pressed inside it does.
    pub keys: Option<Keys>,
}

/// An element without anything.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        key: None,
        attributes: Vec::new(),
        children: Vec::new(),
        press: None,
        input: None,
        keys: None,
    }))
}

/// A switch or action that is drawn as text or shape, not as a native button.
pub fn pressable(tag: &'static str, label: String) -> Element {
    el(tag).attr("role", "button").attr("tabindex", "0").attr("aria-label", label)
}

impl Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::Text(text.into())
    }
}

impl Element {
    /// With an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute where there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With a class.
    #[inline(never)]
    pub fn class(self, value: impl Into<Cow<'static, str>>) -> Self {
        self.attr("class", value)
    }

    /// With a length (px), to a tenth.
    pub fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, px(value))
    }

    /// With a key that tells it apart from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With something to do when it is pressed.
    pub fn press(mut self, press: impl Fn() + 'static) -> Self {
        self.press = Some(Rc::new(press));
        self
    }

    /// With something to do with a new value, where it is a field. Its attributes `value` and
    /// `checked` are what it holds now.
    pub fn input(mut self, input: impl Fn(String) + 'static) -> Self {
        self.input = Some(Rc::new(input));
        self
    }

    /// With something to do when a key is pressed inside it.
    pub fn keys(mut self, keys: impl Fn(&str) + 'static) -> Self {
        self.keys = Some(Rc::new(keys));
        self
    }

    /// With a text.
    #[inline(never)]
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With a child.
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With the words of a template, its holes filled.
    #[inline(never)]
    pub fn fill(mut self, template: &str, holes: Vec<Node>) -> Self {
        for part in parts(template) {
            self.children.extend(match part {
                Part::Text(text) => Some(Node::Text(text.to_owned().into())),
                Part::Hole(hole) => holes.get(hole).cloned(),
            });
        }
        self
    }

    /// With the nodes of another.
    pub fn nodes_of(mut self, other: Element) -> Self {
        self.children.extend(other.0.children);
        self
    }

    /// With children.
    #[inline(never)]
    pub fn children(mut self, children: Vec<Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// With a state that is on or off, for `aria-pressed`, `aria-expanded` and `checked`.
    #[inline(never)]
    pub fn state(self, name: &'static str, on: bool) -> Self {
        self.attr(name, if on { "true" } else { "false" })
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(each, _)| *each == name).map(|(_, value)| value.as_ref())
    }

    /// All text in it, in order.
    pub fn words(&self) -> String {
        let words = |node: &Node| match node {
            Node::Text(text) => text.to_string(),
            Node::Element(element) => element.words(),
        };
        self.children.iter().map(words).collect()
    }
}

/// A length (px) as text, to a tenth; written out by hand because the formatting of floating-point
/// numbers alone would be a thirtieth of the app.
pub fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_at_most_one_decimal() {
        let check = |value: f64, expect: &str| assert_eq!(px(value), expect);
        check(0.0, "0");
        check(12.34, "12.3");
        check(12.96, "13");
        check(-0.04, "0");
        check(-3.25, "-3.3");
        check(1e300, "922337203685477580.7");
    }

    #[test]
    fn an_element_says_its_words_in_order() {
        let element = el("p").text("a ").child(el("b").text("b")).text(" c").attr("lang", "en");
        assert_eq!(element.words(), "a b c");
        assert_eq!((element.get("lang"), element.get("id")), (Some("en"), None));
    }
}
