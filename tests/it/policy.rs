//! One policy everywhere: what the page says of itself, what the sample servers send and what the tests serve it under.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// As a page's own file says it, `frame-ancestors` cannot be said; as a header it is.
const ONLY_AS_HEADER: &str = "frame-ancestors 'none'";

/// What a server sends beside the policy.
const HEADERS: [(&str, &str); 2] = [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")];

const SERVERS: [&str; 4] = [
    "examples/server/nginx.conf",
    "examples/server/apache.conf",
    "examples/server/web.config",
    "scripts/static-server.mjs",
];

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Finds the policy in a file: from its first directive to the double quote that ends it. A program lists its directives,
/// each in quotes of its own.
fn policy(name: &str) -> BTreeSet<String> {
    let text = text(name);
    let (_, rest) = text.split_once("default-src").unwrap();
    let written = if name.ends_with(".mjs") {
        let list = rest.split(']').next().unwrap();
        list.lines().map(|line| line.trim().trim_matches(['"', ','])).collect::<Vec<_>>().join(";")
    } else {
        assert_eq!(text.matches("default-src").count(), 1, "{name} says it once");
        rest.split('"').next().unwrap().to_owned()
    };
    let directives: Vec<String> = format!("default-src {}", written.trim_start())
        .split(';')
        .map(|directive| directive.trim().to_owned())
        .filter(|said| !said.is_empty())
        .collect();
    let set: BTreeSet<String> = directives.iter().cloned().collect();
    assert_eq!(set.len(), directives.len(), "{name} says nothing twice");
    set
}

#[test]
fn the_page_allows_nothing_but_its_own_files() {
    let allowed = [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'none'",
    ];
    assert_eq!(policy("index.html"), allowed.map(String::from).into());
}

#[test]
fn every_server_sends_the_policy_of_the_page() {
    let mut as_header = policy("index.html");
    as_header.insert(ONLY_AS_HEADER.into());
    for server in SERVERS {
        assert_eq!(policy(server), as_header, "{server}");
    }
}

#[test]
fn every_server_sends_the_other_headers_and_the_type_of_wasm() {
    for server in SERVERS {
        let said = text(server).to_lowercase();
        for (header, value) in HEADERS {
            let line = said.lines().find(|line| line.contains(header)).unwrap_or_else(|| panic!("{server}: {header}"));
            assert!(line.contains(value), "{server}: {line}");
        }
        let keeps_nothing_stale = said.contains("no-cache") || said.contains(r#"cachecontrolmode="disablecache""#);
        assert!(keeps_nothing_stale, "{server}");
        assert!(said.lines().any(|line| line.contains("wasm") && line.contains("application/wasm")), "{server}");
    }
}
