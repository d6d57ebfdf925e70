"""The page of a meeting."""

from http import HTTPStatus

from flask.testing import FlaskClient

from tests.webapp.reading_pages import all_words, facts, headings, json_ld, links, page, skips_a_level, words

MEETING = "/meetings/12cm-2014"


def test_sections_stand_in_the_order_of_the_source(client: FlaskClient) -> None:
    """Template, objectives, background, agenda, programme, side events, papers."""
    tree = page(client, MEETING)
    wanted = ["template", "objectives", "background", "agenda", "programme", "side-events", "papers"]

    assert wanted == [anchor for anchor in tree.xpath("//section/@id") if anchor in wanted]
    assert [f"#{anchor}" for anchor in wanted] == tree.xpath("//nav[contains(@class, 'contents')]//a/@href")


def test_a_meeting_is_told_line_by_line(client: FlaskClient) -> None:
    """When, where, by whom, on whose decision, and whom to ask."""
    found = facts(page(client, MEETING))

    assert ["20–21 February 2014"] == found["Dates"]
    assert ["Population Division"] == found["Convened by"]
    assert ["General Assembly resolution 58/208 (A/RES/58/208 of 13 February 2004)"] == found["Mandate"]
    assert ["migrationp@un.org"] == found["Contact"]
    assert found["As printed there"][0].endswith("(mended by Masthead editors)")


def test_every_agenda_item_leads_to_the_programme(client: FlaskClient) -> None:
    """The short agenda is numbered as printed, and each item is an anchor of the page."""
    tree = page(client, MEETING)
    agenda = tree.xpath("//section[@id='agenda']//a/@href")
    anchors = {f"#{anchor}" for anchor in tree.xpath("//*/@id")}

    assert 8 == len(agenda)
    assert set(agenda) <= anchors
    assert "VIII. Closing of the meeting" in all_words(tree, "//section[@id='agenda']//li")


def test_every_part_that_the_search_finds_has_its_anchor(client: FlaskClient) -> None:
    """A talk in the results leads to a place of this page."""
    anchors = set(page(client, MEETING).xpath("//*/@id"))
    found = client.get("/search?kind=talk&kind=agenda_item&kind=side_event&size=100").text
    asked = {part.split('"')[0] for part in found.split(f'href="{MEETING}#')[1:]}

    assert 29 == len(asked)
    assert asked <= anchors


def test_a_talk_names_speaker_function_and_body(client: FlaskClient) -> None:
    """Names keep their diacritics; the body is the one printed."""
    talks = page(client, MEETING).xpath("//li[contains(@class, 'talk')]")
    eva = next(talk for talk in talks if "Åkerman" in words(talk))

    assert "Eva Åkerman Börje, Ambassador, Chair-in-Office, GFMD, Sweden" in words(eva)
    assert "/people/akerman-borje-eva" == links(eva, ".//a")["Eva Åkerman Börje"]
    assert "/organizations/swe" == links(eva, ".//a")["Sweden"]


def test_a_body_that_is_not_printed_is_linked_from_the_function(client: FlaskClient) -> None:
    """The page does not print words that the source lacks."""
    talks = page(client, MEETING).xpath("//li[contains(@class, 'talk')]")
    csaba = next(talk for talk in talks if "Kőrösi" in words(talk))

    assert "/organizations/hun" in csaba.xpath(".//a/@href")
    assert not words(csaba.xpath("./p[contains(@class, 'talk-speaker')]")[0]).endswith(", Hungary")


def test_what_is_out_of_the_ordinary_is_said(client: FlaskClient) -> None:
    """A keynote, a video message, a speaker to be confirmed, a recording without an address."""
    said = " ".join(all_words(page(client, MEETING), "//p[contains(@class, 'talk-marks')]"))

    for words_of_mark in (
        "Keynote",
        "Video message",
        "To be confirmed",
        "Recorded; no address of the recording is known",
    ):
        assert words_of_mark in said


def test_a_talk_leads_to_its_paper(client: FlaskClient) -> None:
    """What a talk presents is linked, with how that is known."""
    talks = page(client, MEETING).xpath("//li[contains(@class, 'talk')]")
    tendayi = next(talk for talk in talks if "Tendayi Bloom" in words(talk))

    assert "/documents/UN/POP/MIG-12CM/2014/03" in tendayi.xpath(".//a/@href")
    assert "is inferred" in words(tendayi)


def test_a_recording_with_an_address_is_linked(odd_client: FlaskClient) -> None:
    """It leads away from the site."""
    assert "https://example.org/talk" == links(page(odd_client, "/meetings/sparse"))["Recording available"]


def test_a_removed_paper_of_a_talk_is_only_named(odd_client: FlaskClient) -> None:
    """Its symbol stays on the page, without a link that would lead nowhere."""
    talk = page(odd_client, "/meetings/sparse").xpath("//li[contains(@class, 'talk')]")[0]

    assert "A/70/1" in words(talk)
    assert ["/documents/long-report"] == [link for link in talk.xpath(".//a/@href") if "/documents/" in link]


def test_what_a_meeting_led_to_is_told(odd_client: FlaskClient) -> None:
    """Documents that came of it are linked, although nothing else of its purpose is known."""
    tree = page(odd_client, "/meetings/sparse")

    assert ["/documents/long-report"] == tree.xpath("//section[@id='objectives']//a/@href")
    assert "#objectives" in tree.xpath("//nav[contains(@class, 'contents')]//a/@href")


def test_a_contact_that_is_no_address_is_only_words(odd_client: FlaskClient) -> None:
    """Mail goes to addresses alone."""
    tree = page(odd_client, "/meetings/sparse")

    assert ["the secretariat"] == facts(tree)["Contact"]
    assert [] == tree.xpath("//a[starts-with(@href, 'mailto:')]")


def test_an_empty_sitting_says_so(client: FlaskClient) -> None:
    """The afternoon without speakers stands there, with what the source lacks."""
    sitting = page(client, MEETING).xpath("//section[@id='sitting-thursday-afternoon']")[0]

    assert "The source lists no speakers and no agenda item for this sitting." in words(sitting)
    assert "Sitting inferred." in words(sitting)


def test_an_item_of_no_known_sitting_stands_under_its_day(odd_client: FlaskClient) -> None:
    """Nothing is lost because a source does not say when it was."""
    tree = page(odd_client, "/meetings/sparse")
    day = tree.xpath("//section[contains(@class, 'day')][h3='Sunday, 1 February 2015']")[0]

    assert ["Sitting not stated"] == all_words(day, ".//h4")
    assert "What it costs" in words(day)


def test_side_events_keep_the_numbers_of_the_source(client: FlaskClient) -> None:
    """I, II and V, with a note that the source numbers so."""
    event = page(client, MEETING).xpath("//section[contains(@class, 'side-event')]")[1]

    assert ["I.", "II.", "V."] == all_words(event, ".//span[contains(@class, 'agenda-number')]")
    assert "The source numbers the programme I, II and V." in words(event)
    assert "/organizations/gmg" in event.xpath(".//a/@href")


def test_papers_are_listed_with_symbol_and_body(client: FlaskClient) -> None:
    """Sixteen papers, in the order of their symbols."""
    papers = page(client, MEETING).xpath("//section[@id='papers']//ol[contains(@class, 'listed')]/li")

    assert 16 == len(papers)
    assert "UN/POP/MIG-12CM/2014/01" in words(papers[0])
    assert any(address.startswith("/organizations/") for address in papers[0].xpath(".//a/@href"))


def test_background_documents_are_grouped(client: FlaskClient) -> None:
    """Under the headings of the page, with the languages in which each can be read."""
    section = page(client, MEETING).xpath("//section[@id='background']")[0]

    assert ["General Assembly", "Other Documents"] == all_words(section, ".//h3")
    assert "/documents/A/RES/68/4/ar" == links(section, ".//a")["العربية"]


def test_the_meeting_can_be_searched(client: FlaskClient) -> None:
    """The form keeps the meeting beside the words."""
    form = page(client, MEETING).xpath("//main//form")[0]
    results = page(client, f"{form.get('action')}?meeting=12cm-2014&q=costs")

    assert ["12cm-2014"] == form.xpath(".//input[@type='hidden'][@name='meeting']/@value")
    assert "works for costs" in words(results.xpath("//h1")[0])


def test_a_call_for_papers_says_whether_it_is_open(client: FlaskClient, odd_client: FlaskClient) -> None:
    """With the last day, where one is known."""
    assert ["Closed"] == facts(page(client, MEETING))["State"]
    assert (["Open"], ["5 January 2015"]) == tuple(
        facts(page(odd_client, "/meetings/sparse"))[name] for name in ("State", "Due")
    )


def test_programs_read_the_meeting_as_an_event(client: FlaskClient) -> None:
    """With its parts as events under it."""
    event = json_ld(page(client, MEETING))[0]

    assert ("Event", "2014-02-20", "2014-02-21") == (event["@type"], event["startDate"], event["endDate"])
    assert 10 == len(event["subEvent"])


def test_anchors_are_unique_and_headings_go_down(client: FlaskClient, odd_client: FlaskClient) -> None:
    """Whatever a meeting has, its page is in order."""
    for tree in (page(client, MEETING), page(odd_client, "/meetings/sparse")):
        anchors = tree.xpath("//*/@id")

        assert len(set(anchors)) == len(anchors)
        assert 1 == headings(tree).count(1)
        assert not skips_a_level(headings(tree))


def test_a_meeting_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    """404, as for any record."""
    assert HTTPStatus.NOT_FOUND == client.get("/meetings/nosuch").status_code
