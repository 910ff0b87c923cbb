//! The program as people run it: arguments in, words and exit codes out.

#[cfg(test)]
mod files;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod help;
#[cfg(test)]
mod log;
#[cfg(test)]
mod method;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod rounds;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod serving;
#[cfg(test)]
mod shares;
#[cfg(test)]
mod simulating;
#[cfg(test)]
mod solving;
#[cfg(test)]
mod support;
