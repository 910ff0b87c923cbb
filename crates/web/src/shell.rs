//! The layers around all pages.
//!
//! From the outside in: [`outer`], the session layer (which puts a [`crate::Viewer`]
//! and a [`crate::CsrfToken`] into the request, and the viewer also into the
//! extensions of its answer), [`inner`], the routes.

use std::{any::Any, sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    request_id::{PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

use crate::{Problem, Site, assets, headers, problem};

/// A form is never larger than this, in bytes; a route that takes files sets its own
/// `DefaultBodyLimit`.
pub const MOST_FORM: usize = 256 * 1024;

/// Errors of the routes as pages that know the viewer, a panic among them.
pub fn inner<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    routes
        .fallback(async || Problem::not_found())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(problem::shown))
}

/// Everything else around them: files, safety, limits, logs.
pub fn outer<S: Clone + Send + Sync + 'static>(pages: Router<S>, site: Site) -> Router<S> {
    let number = axum::http::HeaderName::from_static("x-request-id");
    let layers = ServiceBuilder::new()
        .layer(Extension(Arc::new(site)))
        .layer(SetRequestIdLayer::new(number.clone(), headers::Numbered))
        .layer(PropagateRequestIdLayer::new(number))
        // The path may name a file; the log holds the method and the status only.
        .layer(TraceLayer::new_for_http().make_span_with(
            |request: &axum::http::Request<axum::body::Body>| {
                let number = request.headers().get("x-request-id").and_then(|id| id.to_str().ok());
                tracing::info_span!("request", method = %request.method(), number)
            },
        ))
        .layer(middleware::from_fn(headers::secure))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(problem::shown))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(60),
        ))
        .layer(DefaultBodyLimit::max(MOST_FORM));
    pages.route("/static/{name}", get(assets::serve)).layer(layers)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over by value")]
fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(text, "a handler panicked");
    Problem::internal().into_response()
}
