"""The tables of a catalogue. A change here needs another VERSION: older catalogues are then rebuilt."""

from typing import Final

VERSION: Final = "2"

TABLES: Final = """
create table meta (name text primary key, value text not null) without rowid;
create table documents (
    id text primary key, kind text not null, year integer, sort_date integer not null, title text not null,
    symbol_series text, added text, is_removed integer not null, record text not null
);
create index documents_by_date on documents (added desc, id);
create index documents_by_series on documents (symbol_series, id);
create table relations (
    source text not null, kind text not null, target text not null, primary key (target, source, kind)
) without rowid;
create table meetings (id text primary key, series text not null, ordinal integer not null, record text not null);
create table series (id text primary key, record text not null);
create table authorities (field text not null, id text not null, record text not null, primary key (field, id));
create table merged (field text not null, id text not null, into_id text not null, primary key (field, id));
create table parts (work text primary key, meeting text not null, kind text not null, record text not null);
create table meeting_documents (
    meeting text not null, position integer not null, document text not null, primary key (meeting, position)
);
create index meetings_by_document on meeting_documents (document);
create table part_documents (document text not null, work text not null, primary key (document, work));
create table citations (
    citing text not null, language text not null, cited text not null, place_kind text not null,
    place_number integer not null, place_label text not null, sentence text not null
);
create index citations_by_citing on citations (citing, language, place_number);
create index citations_by_cited on citations (cited, citing);
create table files (
    path text primary key, document text, language text, state text not null, has_notes integer not null,
    record text not null
);
create index files_by_document on files (document, language);
create index files_by_state on files (state);
create table faults (path text not null, line integer, message text not null);
create table entries (
    work text not null, language text not null, fingerprint text not null, primary key (work, language)
);
create table suggestions (
    id integer primary key, text text not null, kind text not null, value text not null, weight integer not null
);
create table suggestion_words (word text not null, suggestion integer not null, is_first integer not null);
create index suggestions_by_word on suggestion_words (word, suggestion);
"""
