//! Splits paragraphs into sentences, in English, Chinese and Korean.
