//! The commands with what they take. What they say about themselves is in
//! `locales/*/cli.ftl`; [`crate::help`] puts it in.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "sleutel", version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) general: General,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct General {
    #[arg(long, global = true, env = "SLEUTEL_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, global = true, env = "SLEUTEL_LANGUAGE", value_name = "nl|en")]
    pub(crate) language: Option<String>,
    #[arg(long, global = true, env = "SLEUTEL_LOG", value_name = "FILTER")]
    pub(crate) log: Option<String>,
    #[arg(long, global = true, env = "SLEUTEL_LOG_FORMAT", value_name = "text|json")]
    pub(crate) log_format: Option<String>,
}

/// Which database, and which programme in it.
#[derive(Debug, Clone, Args)]
pub(crate) struct Where {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    #[arg(long, env = "SLEUTEL_PROGRAMME", value_name = "CODE")]
    pub(crate) programme: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Serve(Serve),
    Migrate(Migrate),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    #[arg(long, env = "SLEUTEL_LISTEN", value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    #[arg(long)]
    pub(crate) fresh: bool,
    #[arg(long, value_name = "DIR", conflicts_with = "fresh")]
    pub(crate) write: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long, env = "SLEUTEL_LISTEN", value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    #[arg(
        long,
        env = "SLEUTEL_HTTPS_BEHIND_PROXY",
        value_name = "true|false",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub(crate) https_behind_proxy: Option<bool>,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
}
