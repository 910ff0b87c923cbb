use super::Figures;

/// The areas of one kind in a municipality: consecutive nodes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Areas {
    pub(super) first: u32,
    pub(super) count: u32,
}

/// A municipality and what lies in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Municipality {
    /// How likely a home or a household is here, beside the others.
    pub(super) weight: u32,
    pub(super) wijken: Areas,
    pub(super) buurten: Areas,
    pub(super) complexes: Areas,
}

/// Where everything lies.
#[derive(Debug)]
pub(super) struct Map {
    pub(super) municipalities: Vec<Municipality>,
    /// Of each node its depth and its parent, a parent before its children.
    pub(super) nodes: Vec<(u8, Option<u32>)>,
}

impl Map {
    /// Municipalities get smaller one after another; the areas of each kind are divided
    /// evenly over the ones they lie in.
    pub(super) fn new(figures: Figures) -> Self {
        let weights = (0..figures.municipalities.max(1)).map(|at| 1_000_000 / (at + 5));
        let all: u64 = weights.clone().map(u64::from).sum();
        let mut map = Self { municipalities: Vec::new(), nodes: vec![(0, None)] };
        for weight in weights {
            let homes = u64::from(figures.homes) * u64::from(weight) / all;
            let itself = map.divide(1, 1, Areas { first: 0, count: 1 });
            let districts = map.divide(2, homes / 220, itself);
            let wijken = map.divide(3, homes / 16, districts);
            let buurten = map.divide(4, homes / 4, wijken);
            let complexes = map.divide(5, homes / 2, buurten);
            map.municipalities.push(Municipality { weight, wijken, buurten, complexes });
        }
        map
    }

    fn divide(&mut self, level: u8, count: u64, among: Areas) -> Areas {
        let first = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let count = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
        for at in 0..u64::from(count) {
            let within = at * u64::from(among.count) / u64::from(count);
            let parent = u64::from(among.first) + within;
            self.nodes.push((level, u32::try_from(parent).ok()));
        }
        Areas { first, count }
    }

    pub(super) fn weights(&self) -> Vec<u32> {
        self.municipalities.iter().map(|it| it.weight).collect()
    }

    /// The node around; the root is around itself.
    pub(super) fn around(&self, node: u32) -> u32 {
        self.nodes[node as usize].1.unwrap_or(0)
    }

    pub(super) fn levels(&self) -> Vec<u8> {
        self.nodes.iter().map(|&(level, _)| level).collect()
    }
}
