//! What people can do, from log-in to decision, on a small town of the demo city.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

/// Each test on a town of its own, on SQLite and on PostgreSQL where there is one.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod sqlite {$(
            #[tokio::test]
            async fn $name() {
                super::$name(&crate::town::Town::new().await).await;
            }
        )*}
        mod postgresql {$(
            #[tokio::test]
            async fn $name() {
                let Some(fresh) = crate::postgres::Fresh::new(stringify!($name)) else { return };
                let town = crate::town::Town::on(sleutel_store::Db::open(&fresh.url()).await.unwrap()).await;
                super::$name(&town).await;
                town.app.db.close().await;
            }
        )*}
    };
}

mod agreements;
mod cases;
mod colleagues;
mod demand;
mod demo;
mod documents;
mod duplicates;
mod everyone;
mod files;
mod flow;
mod forms;
mod groups;
mod homes;
mod imports;
mod kept;
mod letters;
mod limits;
mod links;
mod loads;
mod logins;
mod lots;
mod merges;
mod messages;
mod obstacles;
mod own_history;
mod places;
mod plans;
mod postgres;
mod rounds;
mod steering;
mod tasks;
mod town;
mod trials;
mod what_if;
mod window;
mod year_by_role;
