// Elements are made here and nowhere else: text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** The element of an id that the page came with. */
function byId(id) {
  return document.getElementById(id);
}

/** An element of HTML; `text` becomes its content, everything else an attribute, unless it is false. */
function element(name, { text, ...attributes } = {}, children = []) {
  return filled(document.createElement(name), text, attributes, children);
}

/** The same in the namespace of SVG. */
function drawing(name, { text, ...attributes } = {}, children = []) {
  return filled(document.createElementNS(SVG, name), text, attributes, children);
}

function filled(made, text, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

/** Put an element in a place given in pixels; the policy forbids style attributes, not styles set one by one. */
function place(made, places) {
  for (const [key, value] of Object.entries(places)) made.style[key] = `${value}px`;
  return made;
}
