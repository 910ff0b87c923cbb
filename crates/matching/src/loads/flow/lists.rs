/// Lists one after another.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    pub(super) starts: Vec<u32>,
    pub(super) all: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    pub(super) fn new(lists: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for (list, _) in items.clone() {
            starts[list as usize + 1] += 1;
        }
        for at in 0..lists {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut all = vec![T::default(); starts[lists] as usize];
        for (list, item) in items {
            let at = &mut next[list as usize];
            all[*at as usize] = item;
            *at += 1;
        }
        Self { starts, all }
    }

    pub(super) fn get(&self, at: u32) -> &[T] {
        &self.all[self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize]
    }
}
