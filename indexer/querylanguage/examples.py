"""What the help shows: examples of queries, each with what it finds."""

from typing import Final

QUERY_HELP: Final = (
    ("migration development", "Both words, in any form and in any of the languages that they can be in."),
    ('"migration and development"', "These words next to each other and in this order."),
    ('"migration statistics"~5', "These words at most five words apart, in any order."),
    ("migration OR displacement", "Either word."),
    ("remittances AND (cost OR fees)", "Parentheses group; AND binds more closely than OR."),
    ("trafficking -drugs", "The first word without the second; NOT means the same as the minus sign."),
    ("migra*", "Every word that begins with these letters, of which there are at least two."),
    ("migra*n", "Every word that begins and ends so; an asterisk stands for any letters, or none."),
    ("remitance~", "Words that differ from this one in a letter; ~2 allows two, in words of five letters and more."),
    ("A/RES/68/4", "The document with this symbol first, then those that mention it."),
    ("symbol:A/RES/68", "Documents of the series or session with this symbol."),
    ("cites:A/RES/68/4", "Documents that cite this symbol."),
    ("title:indicators", "The word in the title alone; body: means the text alone."),
    ("organization:IOM", "Documents and talks of an organization, by any of its names or acronyms."),
    ('organization:"League of Arab States"', "A name of several words stands in quotation marks."),
    ('person:"Crépeau"', "Documents and talks of a person; author: and speaker: mean the same."),
    ("topic:remittances", "Documents on a topic, by any of its names."),
    ("kind:resolution", "Documents of a kind, such as contributed paper, report, agenda or talk."),
    ("language:fr", "Documents that can be read in a language, by its code or its name."),
    ("meeting:12cm-2014", "Everything of one meeting."),
    ("year:2013..2014", "From one year to another; 2013.. and ..2014 leave an end open."),
)
"""Rows of an example and what it does."""
