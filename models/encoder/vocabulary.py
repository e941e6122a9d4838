"""Which pieces of the vocabulary are kept, and the tokenizer that is written for them.

English and Chinese need a fifth of the original's 250,002 pieces. Kept are: the special tokens; every piece with a Han
character; every piece of digits, punctuation and symbols; every single Latin, Greek, Cyrillic, Hiragana and Katakana
letter; and of the Latin pieces those that tokenizing wordfreq's English words asks for often enough. The words are
weighted by their frequency and tokenized as they stand, Capitalised, in CAPITALS and glued to a bracket.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import sentencepiece
import wordfreq
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Tokenizer

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
SPACE = "\u2581"
_LEAST_MASS = {"ascii": 3e-7, "latin": 1e-6}
_FORMS = (("{0}", str.lower, 1.0), ("{0}", str.title, 0.1), ("{0}", str.upper, 0.1), ("({0}", str, 0.05))
_CHUNK = 5000
_CHARSMAP = "1e2c7b43d3ee9755ceaa2ac335e253d8703604e0249ee1e81156c92b46423844"
_HAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f]"
)
_SINGLE = ("LATIN", "GREEK", "CYRILLIC", "HIRAGANA", "KATAKANA")


def choose_pieces(pieces: Sequence[str], scores: Sequence[float]) -> list[int]:
    """The ids that are kept, ascending, so that the special tokens stay first and last."""
    masses = _masses(pieces, scores)
    return [number for number, piece in enumerate(pieces) if _is_kept(piece, masses.get(number, 0.0))]


def _is_kept(piece: str, mass: float) -> bool:
    letters = piece.replace(SPACE, "")
    if piece in SPECIAL or len(letters) == 0:
        return True
    kinds = {_kind(character) for character in letters}
    if kinds <= {"han", "symbol", "ascii", "latin"} and ("han" in kinds or not any(map(str.isalpha, letters))):
        return True
    if len(letters) == 1:
        return unicodedata.name(letters, "").startswith(_SINGLE)
    if kinds <= {"ascii", "symbol"}:
        return mass >= _LEAST_MASS["ascii"]
    return kinds <= {"ascii", "symbol", "latin"} and mass >= _LEAST_MASS["latin"]


def _kind(character: str) -> str:
    if _HAN.match(character):
        return "han"
    if character.isascii():
        return "ascii"
    if unicodedata.category(character)[0] in "PSNZ":
        return "symbol"
    return "latin" if unicodedata.name(character, "").startswith("LATIN") else "other"


def _masses(pieces: Sequence[str], scores: Sequence[float]) -> dict[int, float]:
    """How much frequency of English words each piece takes part in."""
    tokenizer = Tokenizer.from_str(json.dumps(tokenizer_table(pieces, scores)))
    frequencies = wordfreq.get_frequency_dict("en", "large")
    words = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    masses: dict[int, float] = {}
    for form, change, weight in _FORMS:
        for word, ids in _tokenized(tokenizer, words, lambda word, f=form, c=change: f.format(c(word))):
            for number in ids:
                masses[number] = masses.get(number, 0.0) + weight * frequencies[word]
    return masses


def _tokenized(tokenizer: Tokenizer, words: Sequence[str], change: Any) -> Iterator[tuple[str, list[int]]]:
    for start in range(0, len(words), _CHUNK):
        chunk = words[start : start + _CHUNK]
        for word, found in zip(chunk, tokenizer.encode_batch([change(w) for w in chunk], False, False), strict=True):
            yield word, sorted(set(found.ids))


def tokenizer_table(pieces: Sequence[str], scores: Sequence[float]) -> dict[str, Any]:
    """The content of `tokenizer.json`: a Unigram model behind sentencepiece's own normalization."""
    ids = {piece: number for number, piece in enumerate(pieces)}
    spaced = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": False}
    start, end = ({"SpecialToken": {"id": token, "type_id": 0}} for token in ("<s>", "</s>"))
    one, two = ({"Sequence": {"id": name, "type_id": 0}} for name in "AB")
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [_added(name, ids[name]) for name in SPECIAL],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(_charsmap()).decode("ascii")},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
            ],
        },
        "pre_tokenizer": spaced,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [start, one, end],
            "pair": [start, one, end, end, two, end],
            "special_tokens": {name: {"id": name, "ids": [ids[name]], "tokens": [name]} for name in ("<s>", "</s>")},
        },
        "decoder": spaced,
        "model": {
            "type": "Unigram",
            "unk_id": ids["<unk>"],
            "vocab": [[piece, float(score)] for piece, score in zip(pieces, scores, strict=True)],
            "byte_fallback": False,
        },
    }


def _added(name: str, number: int) -> dict[str, Any]:
    flags = {"single_word": False, "lstrip": name == "<mask>", "rstrip": False, "normalized": False, "special": True}
    return {"id": number, "content": name, **flags}


def _charsmap() -> bytes:
    """sentencepiece's table of the rule `nmt_nfkc`: every model it trains carries it, whatever it is trained on."""
    lines = (f"{first}{second} {second}{first}" for first in "abcdefgh" for second in "klmnopqr")
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=lines,
        model_writer=written,
        vocab_size=30,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(written.getvalue())
    table: bytes = model.normalizer_spec.precompiled_charsmap
    found = hashlib.sha256(table).hexdigest()
    if found != _CHARSMAP:
        raise ValueError(f"another sentencepiece: its nmt_nfkc table has sha256 {found}, not {_CHARSMAP}")
    return table
