//! Puts a tree of plain elements on the page, and keeps the page equal to it: only what changed is
//! touched, so that the keyboard, a selection or an open `<details>` stay where they are.
//!
//! The only place that makes elements and texts out of documents' words. A text becomes a text
//! node, an attribute is set by name; nothing is ever parsed as HTML.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Live, Event, HtmlInputElement, KeyboardEvent, MouseEvent, Node as LiveNode};

use super::page;
use crate::components::node::{Element, Input, Keys, Node, Press};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Names an element's place in the list of what its use does.
const PRESS: &str = "data-press";
const INPUT: &str = "data-input";
const KEYS: &str = "data-keys";

/// What the use of each drawn element does.
#[derive(Default)]
struct Uses {
    presses: Vec<Press>,
    inputs: Vec<Input>,
    keys: Vec<Keys>,
}

/// A place in the page whose content is kept equal to a tree. All are of one type, so that each further
/// one costs the wasm nothing but its tree.
pub fn region(tree: impl Fn() -> Vec<Element> + 'static) -> AnyView {
    boxed_region(Box::new(tree))
}

fn boxed_region(tree: Box<dyn Fn() -> Vec<Element>>) -> AnyView {
    let root = NodeRef::<html::Div>::new();
    keep_boxed(Box::new(move || root.get().map(Into::into)), tree);
    view! { <div class="region" node_ref=root></div> }.into_any()
}

/// Keeps the content of an element equal to a tree, which is computed anew whenever a signal that it
/// reads changes. `root` answers `None` until the element is on the page.
pub fn keep(root: impl Fn() -> Option<Live> + 'static, tree: impl Fn() -> Vec<Element> + 'static) {
    keep_boxed(Box::new(root), Box::new(tree));
}

fn keep_boxed(root: Box<dyn Fn() -> Option<Live>>, tree: Box<dyn Fn() -> Vec<Element>>) {
    let uses: Rc<RefCell<Uses>> = Rc::default();
    let drawn: RefCell<Option<Vec<Node>>> = RefCell::default();
    // Kept here and not as a cleanup of the effect, which would drop them each time it runs again.
    let listeners = RefCell::new(None);
    Effect::new(move |_| {
        let Some(root) = root() else { return };
        let tree: Vec<Node> = tree().into_iter().map(Node::Element).collect();
        let mut drawn = drawn.borrow_mut();
        if drawn.is_none() {
            *listeners.borrow_mut() = Some(listen(&root, uses.clone()));
        }
        let focused = document().active_element();
        let mut now = Uses::default();
        let svg = root.namespace_uri().as_deref() == Some(SVG);
        patch(&root, drawn.as_deref().unwrap_or_default(), &tree, svg, &mut now);
        *uses.borrow_mut() = now;
        *drawn = Some(tree);
        // An element that changed places has lost the keyboard on the way.
        if let Some(element) =
            focused.filter(|e| e.is_connected() && document().active_element().as_ref() != Some(e))
        {
            page::focus_element(&element);
        }
    });
}

/// The nearest element around an event's target that has a use, and its place in the list.
fn used(event: &Event, name: &str) -> Option<(Live, usize)> {
    let target = event.target()?.dyn_into::<Live>().ok()?;
    let element = target.closest(&format!("[{name}]")).ok()??;
    let at = element.get_attribute(name)?.parse().ok()?;
    Some((element, at))
}

/// One set of listeners for all that is drawn inside `root`; they listen as long as they are kept.
fn listen(root: &Live, uses: Rc<RefCell<Uses>>) -> [EventListener; 3] {
    let (on_key, on_change) = (uses.clone(), uses.clone());
    let press_of = |uses: &RefCell<Uses>, event: &Event| {
        let (element, at) = used(event, PRESS)?;
        let press = uses.borrow().presses.get(at).cloned()?;
        Some((element, press))
    };
    let options = EventListenerOptions::enable_prevent_default();
    let click = EventListener::new_with_options(root, "click", options, move |event| {
        let Some((element, press)) = press_of(&uses, event) else { return };
        if element.tag_name().eq_ignore_ascii_case("a") {
            // A click with a modifier opens a tab of its own, as for any link.
            let own_tab = {
                let e: &MouseEvent = event.unchecked_ref();
                e.ctrl_key() || e.meta_key() || e.shift_key()
            };
            if own_tab {
                return;
            }
            event.prevent_default();
        }
        press();
    });
    let key = EventListener::new_with_options(root, "keydown", options, move |event| {
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if !matches!(key.as_str(), "Enter" | " ") {
            let keys = used(event, KEYS).and_then(|(_, at)| on_key.borrow().keys.get(at).cloned());
            if let Some(keys) = keys {
                keys(&key);
            }
            return;
        }
        // Native buttons and links turn these keys into clicks themselves.
        if let Some((element, press)) = press_of(&on_key, event)
            && element.get_attribute("role").as_deref() == Some("button")
        {
            event.prevent_default();
            event.stop_propagation();
            press();
        }
    });
    let change = EventListener::new(root, "input", move |event| {
        let Some((element, at)) = used(event, INPUT) else { return };
        let input = on_change.borrow().inputs.get(at).cloned();
        if let (Some(input), Some(field)) = (input, field(&element)) {
            input(field.value());
        }
    });
    [click, key, change]
}

/// Makes the children of `parent` equal to `new`, given that they are equal to `old`.
fn patch(parent: &LiveNode, old: &[Node], new: &[Node], svg: bool, uses: &mut Uses) {
    let list = parent.child_nodes();
    let live: Vec<LiveNode> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    // 1. Each new node finds the old one that it goes on with, by key, else by place.
    // Mostly that is the one at the same place; a search through some tens of others is cheap.
    let key_at = |at: usize| old.get(at).and_then(key_of);
    let mut used = vec![false; old.len()];
    let mut partners: Vec<Option<usize>> = Vec::with_capacity(new.len());
    for (at, node) in new.iter().enumerate() {
        let key = key_of(node);
        let partner = match key {
            Some(_) if key_at(at) != key => (0..old.len()).find(|at| key_at(*at) == key),
            _ => Some(at).filter(|at| key_at(*at) == key),
        };
        let fits = |at: &usize| old.get(*at).is_some_and(|o| same_kind(o, node)) && live.get(*at).is_some();
        let partner = partner.filter(fits).filter(|at| !used[*at]);
        if let Some(at) = partner {
            used[at] = true;
        }
        partners.push(partner);
    }
    // 2. What nothing goes on with is taken out, so that what stays need not move past it.
    for (at, gone) in live.iter().enumerate() {
        if !used.get(at).copied().unwrap_or(false) {
            let _ = parent.remove_child(gone);
        }
    }
    // 3. Every new node is brought up to date, or made, and stands where it should.
    let mut next = parent.first_child();
    for (node, partner) in new.iter().zip(partners) {
        let here = match partner.and_then(|at| Some((old.get(at)?, live.get(at)?))) {
            Some((was, here)) => {
                update(here, was, node, svg, uses);
                here.clone()
            }
            None => {
                let Some(made) = make(node, svg, uses) else { continue };
                made
            }
        };
        if next.as_ref() == Some(&here) {
            next = here.next_sibling();
        } else {
            let _ = parent.insert_before(&here, next.as_ref());
        }
    }
}

fn key_of(node: &Node) -> Option<&str> {
    match node {
        Node::Element(element) => element.key.as_deref(),
        Node::Text(_) => None,
    }
}

fn same_kind(a: &Node, b: &Node) -> bool {
    match (a, b) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(a), Node::Element(b)) => a.tag == b.tag,
        _ => false,
    }
}

fn update(live: &LiveNode, old: &Node, new: &Node, svg: bool, uses: &mut Uses) {
    match (old, new) {
        (Node::Text(was), Node::Text(now)) if was != now => live.set_node_value(Some(now)),
        (Node::Element(was), Node::Element(now)) => {
            let Some(live) = live.dyn_ref::<Live>() else { return };
            for (name, _) in &was.attributes {
                if now.get(name).is_none() {
                    let _ = live.remove_attribute(name);
                }
            }
            for (name, value) in &now.attributes {
                if was.get(name) != Some(value) {
                    let _ = live.set_attribute(name, value);
                }
            }
            number(live, now, uses);
            patch(live, &was.children, &now.children, svg || now.tag == "svg", uses);
            hold(live, now);
        }
        _ => {}
    }
}

fn make(node: &Node, svg: bool, uses: &mut Uses) -> Option<LiveNode> {
    match node {
        Node::Text(text) => Some(document().create_text_node(text).into()),
        Node::Element(element) => {
            let svg = svg || element.tag == "svg";
            let made = if svg {
                document().create_element_ns(Some(SVG), element.tag)
            } else {
                document().create_element(element.tag)
            };
            let made = made.ok()?;
            for (name, value) in &element.attributes {
                let _ = made.set_attribute(name, value);
            }
            number(&made, element, uses);
            for child in &element.children {
                if let Some(child) = make(child, svg, uses) {
                    let _ = made.append_child(&child);
                }
            }
            hold(&made, element);
            Some(made.into())
        }
    }
}

/// Writes on an element where its uses stand in the lists.
fn number(live: &Live, element: &Element, uses: &mut Uses) {
    let write = |name: &str, at: Option<usize>| {
        let _ = match at {
            Some(at) => live.set_attribute(name, &at.to_string()),
            None if live.has_attribute(name) => live.remove_attribute(name),
            None => Ok(()),
        };
    };
    write(PRESS, element.press.as_ref().map(|_| uses.presses.len()));
    write(INPUT, element.input.as_ref().map(|_| uses.inputs.len()));
    write(KEYS, element.keys.as_ref().map(|_| uses.keys.len()));
    uses.presses.extend(element.press.clone());
    uses.inputs.extend(element.input.clone());
    uses.keys.extend(element.keys.clone());
}

/// Makes a field hold what its attributes say, which a browser does only until it is first used. The
/// options of a choice must be there already.
fn hold(live: &Live, element: &Element) {
    let Some(field) = field(live) else { return };
    if let Some(checked) = element.get("checked") {
        field.set_checked(checked == "true");
    }
    if let Some(value) = element.get("value").filter(|value| field.value() != *value) {
        field.set_value(value);
    }
}

/// An element that holds a value. A choice holds it under the same name as a field.
fn field(live: &Live) -> Option<&HtmlInputElement> {
    matches!(live.tag_name().as_str(), "INPUT" | "SELECT").then(|| live.unchecked_ref())
}
