//! Images in memory: read as PPM (P6), made smaller by averaging, written as BMP.

use workflow::Failure;

/// The most pixels that an image may have.
const MOST: u64 = 1 << 26;

/// Three bytes a pixel, row by row from the top: red, green, blue.
#[derive(Clone, Debug, PartialEq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// Reads a binary PPM of 8 bits a colour.
    pub fn from_ppm(file: &[u8]) -> Result<Self, Failure> {
        let bad = |why: &str| Failure::new("BadImage", why.to_owned());
        let mut words = file.splitn(5, u8::is_ascii_whitespace);
        if words.next() != Some(b"P6") {
            return Err(bad("it does not begin with P6"));
        }
        let mut number = || std::str::from_utf8(words.next()?).ok()?.parse::<u32>().ok();
        let (Some(width), Some(height), Some(255)) = (number(), number(), number()) else {
            return Err(bad("it has no width, height and 255 after P6"));
        };
        let bytes = words.next().unwrap_or_default().to_vec();
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 || pixels > MOST || bytes.len() as u64 != 3 * pixels {
            return Err(bad(&format!("{} bytes are not {width} × {height} pixels", bytes.len())));
        }
        Ok(Pixels { width, height, bytes })
    }

    /// The image in a square of this size: as it is, or smaller.
    pub fn within(&self, most: u32) -> Self {
        let longest = self.width.max(self.height);
        let side = |side: u32| {
            let side = u64::from(side) * u64::from(most.min(longest)) / u64::from(longest);
            u32::try_from(side).unwrap_or(most).max(1)
        };
        let (width, height) = (side(self.width), side(self.height));
        let columns: Vec<_> = (0..width).map(|column| span(column, width, self.width)).collect();
        let rows = (0..height).map(|row| span(row, height, self.height));
        let bytes = rows.flat_map(|rows| {
            columns.iter().flat_map(move |columns| self.mean(columns.clone(), rows.clone()))
        });
        Pixels { width, height, bytes: bytes.collect() }
    }

    /// The mean colour of a part of the image.
    fn mean(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> [u8; 3] {
        let (mut sums, count) = ([0_usize; 3], columns.len() * rows.len());
        for row in rows {
            let start = row * self.width as usize;
            let part = &self.bytes[3 * (start + columns.start)..3 * (start + columns.end)];
            for pixel in part.chunks_exact(3) {
                sums[0] += usize::from(pixel[0]);
                sums[1] += usize::from(pixel[1]);
                sums[2] += usize::from(pixel[2]);
            }
        }
        // The mean of bytes is a byte.
        sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
    }

    /// The image as a BMP of 24 bits a pixel: rows from the bottom, blue first, each filled to four bytes.
    pub fn to_bmp(&self) -> Vec<u8> {
        const HEADERS: u32 = 54;
        let row = (3 * self.width as usize).next_multiple_of(4);
        let size = u32::try_from(row * self.height as usize).unwrap_or(u32::MAX);
        let mut file = b"BM".to_vec();
        let planes_and_bits = 1 | 24 << 16;
        for number in [
            HEADERS.saturating_add(size),
            0,
            HEADERS,
            40,
            self.width,
            self.height,
            planes_and_bits,
            0,
            size,
            2_835,
            2_835,
            0,
            0,
        ] {
            file.extend(number.to_le_bytes());
        }
        for pixels in self.bytes.chunks_exact(3 * self.width as usize).rev() {
            pixels.chunks_exact(3).for_each(|pixel| file.extend([pixel[2], pixel[1], pixel[0]]));
            file.resize(file.len() + row - pixels.len(), 0);
        }
        file
    }

    /// The image as a PPM.
    pub fn to_ppm(&self) -> Vec<u8> {
        let head = format!("P6 {} {} 255\n", self.width, self.height);
        [head.as_bytes(), &self.bytes].concat()
    }
}

/// The pixels of a longer side that become one of a shorter side.
fn span(index: u32, of: u32, longer: u32) -> std::ops::Range<usize> {
    let bound = |index: u32| (u64::from(index) * u64::from(longer) / u64::from(of)) as usize;
    bound(index)..bound(index + 1)
}
