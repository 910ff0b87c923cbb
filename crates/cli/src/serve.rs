//! Serving the pages until a stop signal.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use sleutel_actions::{App, Who, flow, what_if};
use sleutel_mail::{Mailer, keep_sending};
use sleutel_papers::Press;
use sleutel_web::Site;
use sleutel_words::Words;
use tokio::{
    net::TcpListener,
    signal,
    sync::{oneshot, watch},
    task::JoinHandle,
    time::timeout,
};

use crate::{
    args::Serve,
    demo,
    failure::{self, Failure, sentence},
    forms, open, out, paper, routes,
    settings::Settings,
};

/// What is shown of a server's messages when nothing is said.
pub(crate) const LOG: &str = "info,sqlx=error";
/// How long running requests get to finish.
const FINISH: Duration = Duration::from_secs(10);
/// How long the database gets to close.
const CLOSE: Duration = Duration::from_secs(5);

pub(crate) async fn run(settings: &Settings, args: &Serve) -> Result<(), Failure> {
    let words = settings.words;
    let address = settings.listen(args.listen.as_ref())?;
    let url = open::need_url(settings, args.at.database_url.as_ref())?;
    let press = paper::press(settings)?;
    let routes = routes::set(words, settings.routes(args.routes.as_ref()).as_deref())?;
    let forms = forms::library(words, settings.forms(args.forms.as_ref()).as_deref())?;
    let mailer = settings.mailer(&args.mail)?;
    let (app, who) = open::programme(settings, &args.at).await?;
    let app = app.with_routes(routes).with_forms(forms);
    forms::must_be_there(words, &app, &who).await?;
    let _alone = open::serve_alone(words, &url)?;
    let listener = listen(words, address).await?;
    let mut site = site(settings, &app, &who, settings.https(args.https_behind_proxy), press).await;
    site.sends_mail = mailer.is_some();
    let app = open::with_documents(settings, app, &url, &args.documents)?;
    // What was being worked out when the program stopped goes on.
    what_if::take_up(&app, &who).await.map_err(|error| failure::action(words, &error))?;
    // Files from before the times of steps were kept.
    flow::catch_up(&app, &who).await.map_err(|error| failure::action(words, &error))?;
    let sender = mailer.map(|mailer| Sender::start(app.clone(), who, mailer));
    serve(words, app, site, listener, String::new(), sender).await
}

/// What pages show of the programme. In a demo that is also whom one can log in as.
pub(crate) async fn site(
    settings: &Settings,
    app: &App,
    who: &Who,
    https_behind_proxy: bool,
    press: Arc<Press>,
) -> Site {
    let programme = who.programme();
    let demo = programme.is_some_and(|it| it.demo);
    let mut owner = settings.owner();
    owner.organisation = owner.organisation.or_else(|| programme.map(|it| it.name.clone()));
    Site {
        programme: programme.map(|it| it.name.clone()).unwrap_or_default(),
        owner,
        demo,
        https: https_behind_proxy,
        behind_proxy: https_behind_proxy,
        sends_mail: false,
        demo_accounts: if demo { demo::accounts_shown(app, who).await } else { Vec::new() },
        press,
    }
}

pub(crate) async fn listen(words: Words, address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|cause| {
        let address = address.to_string();
        Failure::Failed(if cause.kind() == io::ErrorKind::AddrInUse {
            words.t_with("cli-port-in-use", &[("address", address.into())])
        } else {
            let cause = sentence(&cause.to_string());
            words.t_with(
                "cli-cannot-listen",
                &[("address", address.into()), ("cause", cause.into())],
            )
        })
    })
}

/// Sends mail beside the pages, never within a request.
pub(crate) struct Sender {
    go_on: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Sender {
    fn start(app: App, who: Who, mailer: Mailer) -> Self {
        let (go_on, told) = watch::channel(true);
        let task = tokio::spawn(async move { keep_sending(&app, &who, &mailer, told).await });
        Self { go_on, task }
    }

    /// Lets a mail that is under way be finished.
    async fn stop(self) {
        // A sender that has ended by itself has nobody listening.
        let _ = self.go_on.send(false);
        if timeout(FINISH, self.task).await.is_err() {
            tracing::warn!("a mail was cut off; it may arrive twice, under the same number");
        }
    }
}

/// Serves until a stop signal; `before` is said once the pages answer.
pub(crate) async fn serve(
    words: Words,
    app: App,
    site: Site,
    listener: TcpListener,
    before: String,
    sender: Option<Sender>,
) -> Result<(), Failure> {
    let failed =
        |cause: String| Failure::Failed(words.t_with("cli-internal", &[("cause", cause.into())]));
    let address = listener.local_addr().map_err(|cause| failed(cause.to_string()))?;
    let mut stop_signal = StopSignal::new().map_err(|cause| failed(cause.to_string()))?;
    let db = app.db.clone();
    let pages = sleutel_web::site(app, site).into_make_service_with_connect_info::<SocketAddr>();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = axum::serve(listener, pages).with_graceful_shutdown(async {
        // A sender that is gone means the same as its message.
        let _ = stopped.await;
    });
    let mut server = tokio::spawn(server.into_future());
    if !before.is_empty() {
        out::say(before);
    }
    let url = format!("http://{address}");
    out::say(words.t_with("cli-listening", &[("address", url.into())]));
    out::tell(words.t("cli-stop"));
    tracing::info!(%address, "serving");
    let ended = tokio::select! {
        ended = &mut server => Some(ended),
        () = stop_signal.came() => None,
    };
    let outcome = match ended {
        Some(Ok(Ok(()))) => Ok(()),
        Some(Ok(Err(cause))) => Err(failed(cause.to_string())),
        Some(Err(cause)) => Err(failed(cause.to_string())),
        None => {
            tracing::info!("stopping: running requests are finished first");
            let _ = stop.send(());
            tokio::select! {
                finished = timeout(FINISH, &mut server) => {
                    if finished.is_err() {
                        tracing::warn!("requests were cut off after ten seconds");
                    }
                }
                () = stop_signal.came() => tracing::warn!("requests were cut off by a second signal"),
            }
            server.abort();
            Ok(())
        }
    };
    if let Some(sender) = sender {
        sender.stop().await;
    }
    if timeout(CLOSE, db.close()).await.is_err() {
        tracing::warn!("the database did not close in time");
    }
    out::tell(words.t("cli-stopped"));
    outcome
}

/// Ctrl-C, and the signal with which a system stops a service.
struct StopSignal {
    #[cfg(unix)]
    interrupt: signal::unix::Signal,
    #[cfg(unix)]
    terminate: signal::unix::Signal,
}

impl StopSignal {
    #[cfg(unix)]
    fn new() -> io::Result<Self> {
        use signal::unix::{SignalKind, signal};
        let interrupt = signal(SignalKind::interrupt())?;
        Ok(Self { interrupt, terminate: signal(SignalKind::terminate())? })
    }

    #[cfg(unix)]
    async fn came(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }

    #[cfg(not(unix))]
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    async fn came(&mut self) {
        // Without signals the process is stopped by its window.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
