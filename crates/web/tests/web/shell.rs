//! The layers around the pages, through the router.

use axum::{
    Router,
    body::Body,
    http::{Request, Response, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use http_body_util::BodyExt;
use sleutel_web::{Page, Problem, Site, assets, pages, shell};
use tower::ServiceExt;

fn router(https: bool) -> Router {
    let routes = Router::new()
        .route("/about", get(pages::about))
        .route("/accessibility", get(pages::accessibility))
        .route("/panic", get(async || -> StatusCode { panic!("on purpose") }))
        .route(
            "/taken",
            get(async |page: Page| {
                Problem::conflict().because(page.t("problem-409-title")).into_response()
            }),
        )
        .route("/form", post(async |body: String| body));
    let site =
        Site { programme: "Omslag Lindewaard".to_owned(), demo: true, https, ..Site::default() };
    shell::outer(shell::inner(routes), site)
}

async fn ask(request: Request<Body>) -> (Response<()>, String) {
    let (parts, body) = router(false).oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    (Response::from_parts(parts, ()), String::from_utf8_lossy(&bytes).into_owned())
}

fn request(path: &str) -> axum::http::request::Builder {
    Request::builder().uri(path)
}

fn get_page(path: &str) -> Request<Body> {
    request(path).header(header::ACCEPT, "text/html").body(Body::empty()).unwrap()
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_a_page_that_says_what_to_do() {
    let (answer, text) = ask(get_page("/nowhere")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert!(text.contains("Deze pagina is er niet"), "{text}");
    assert!(text.contains("<html lang=\"nl\">"));
}

#[tokio::test]
async fn a_program_gets_the_problem_as_json_in_its_language() {
    let asked = request("/taken")
        .header(header::ACCEPT, "application/json")
        .header(header::ACCEPT_LANGUAGE, "en")
        .body(Body::empty())
        .unwrap();
    let (answer, text) = ask(asked).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
    let body: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(body["status"], 409);
    assert_eq!(body["title"], "Somebody else was first");
    assert!(body["instance"].is_string());
}

#[tokio::test]
async fn a_panic_is_our_own_page_with_a_number_and_no_more() {
    let (answer, text) = ask(get_page("/panic")).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(text.contains("Er ging bij ons iets mis"));
    assert!(!text.contains("on purpose"));
    let number = answer.headers()["x-request-id"].to_str().unwrap();
    assert!(text.contains(number));
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_with_a_page() {
    let large = vec![b'a'; shell::MOST_FORM + 1];
    let asked = request("/form").method("POST").body(Body::from(large)).unwrap();
    let (answer, text) = ask(asked).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text.contains("Dit is te groot"));
}

#[tokio::test]
async fn the_wrong_method_says_which_are_right() {
    let (answer, _) = ask(get_page("/form")).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers()[header::ALLOW], "POST");
}

#[tokio::test]
async fn every_answer_forbids_what_is_not_ours() {
    for path in ["/about", "/nowhere", &assets::href("sleutel.css")] {
        let (answer, _) = ask(get_page(path)).await;
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        for rule in ["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"));
        assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(!answer.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
    let answer = router(true).oneshot(get_page("/about")).await.unwrap();
    assert!(answer.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn a_file_with_its_fingerprint_may_be_kept_and_one_without_may_not() {
    for (name, kind) in [
        ("tokens.css", "text/css"),
        ("sleutel.css", "text/css"),
        ("sleutel.js", "text/javascript"),
        ("icons.svg", "image/svg+xml"),
        ("mark.svg", "image/svg+xml"),
    ] {
        let (answer, text) = ask(get_page(&assets::href(name))).await;
        assert_eq!(answer.status(), StatusCode::OK, "{name}");
        assert!(answer.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with(kind));
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(!text.is_empty());
    }
    let (answer, _) = ask(get_page("/static/sleutel.css?v=old")).await;
    assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
    let (answer, _) = ask(get_page("/static/..%2FCargo.toml")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn files_are_packed_for_who_can_unpack_them() {
    let asked = request(&assets::href("sleutel.css"))
        .header(header::ACCEPT_ENCODING, "gzip")
        .body(Body::empty())
        .unwrap();
    let (answer, _) = ask(asked).await;
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
}

#[tokio::test]
async fn both_public_pages_are_there_without_logging_in() {
    for path in ["/about", "/accessibility"] {
        let (answer, text) = ask(get_page(path)).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert!(text.contains("<h1>"));
    }
}
