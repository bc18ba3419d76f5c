// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aLabel;
using Test::LabelStory;

class TestLabelEvent : public QObject
{
    Q_OBJECT

private slots:
    void everyActionComesBack()
    {
        LabelStory story;
        const Evidence place{.id = u"e1"_s,
            .kind = Evidence::Kind::CodeLine,
            .place = u"src/app.js"_s,
            .turn = 4,
            .firstLine = 10,
            .lastLine = 14,
            .quote = u"if (\"odd\") {\n\t…"_s};
        auto label = aLabel(u"logic_error"_s, u"auth_misconfiguration"_s);
        label.evidence = {place};
        label.memo = u"Ω \u0000 \U0001F600 \\"_s;
        for (const LabelAction &action : std::initializer_list<LabelAction>{Opened{}, Chosen{u"other"_s, true},
                 Cleared{}, Rated{3}, Noted{u"x"_s}, EvidenceAdded{place}, EvidenceRemoved{u"e1"_s}, Flagged{false},
                 Skipped{u"later"_s}, Committed{label}, Reverted{u"r"_s}, Undone{u"u"_s}, Redone{u"u"_s},
                 Revealed{u"judge"_s}, Spent{1234}, Adjudicated{label, {u"a"_s, u"b"_s}}, Imported{label, u"f"_s, -1}})
            story.does(u"ada"_s, 0, action);
        QStringList names;
        for (const auto &event : story.events()) {
            const auto again = labelEventFromJson(labelEventJson(event));
            QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
            QCOMPARE(*again, event);
            QCOMPARE(labelEventHash(*again), event.hash);
            names.append(labelActionName(event.action) + (isUndoable(event.action) ? u" (undoable)"_s : QString()));
        }
        QCOMPARE(names,
            QStringList({u"opened"_s, u"chosen (undoable)"_s, u"cleared (undoable)"_s, u"rated (undoable)"_s,
                u"noted (undoable)"_s, u"evidence_added (undoable)"_s, u"evidence_removed (undoable)"_s,
                u"flagged (undoable)"_s, u"skipped (undoable)"_s, u"committed (undoable)"_s, u"reverted (undoable)"_s,
                u"undone"_s, u"redone"_s, u"revealed"_s, u"spent"_s, u"adjudicated (undoable)"_s, u"imported"_s}));
    }

    void isOneLineWithSortedKeys()
    {
        LabelStory story;
        story.does(u"ada"_s, 2, Noted{u"a\nb"_s});
        auto event = story.events().front();
        event.id = u"1"_s;
        event.hash = QByteArray(32, '\xab');
        QCOMPARE(labelEventJson(event),
            QByteArray(R"({"action":"noted","annotator":"ada","data":{"memo":"a\nb"},"hash":")")
                + QByteArray(64, 'x').replace("xx", "ab")
                + QByteArray(
                    R"(","id":"1","item":{"item":2,"occurrence":0,"sample":"round-1"},"number":1,"previous":"","stream":"stream of ada","time":"2026-04-01T12:00:01.000Z"})"));
    }

    void whatIsOddIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *from, const char *to, const char *message) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(message);
        };
        row("no object", "{\"action\"", "[{\"action\"", "the label event is no JSON: *");
        row("action", "\"rated\"", "\"guessed\"",
            "\"action\" of the label event: data is none that this program knows; a newer one may.");
        row("no number", "\"confidence\":2", "\"confidence\":\"2\"",
            "\"confidence\" of the label event: data is no number.");
        row("out of range", "\"confidence\":2", "\"confidence\":-2147483649",
            "\"confidence\" of the label event: data is no whole number in its range.");
        row("time", "2026-04-01T12:00:01.000Z", "yesterday",
            "\"time\" of the label event is no time such as 2026-04-01T12:00:00.000Z.");
        row("other time", "12:00:01.000Z", "12:00:01.000+01:00",
            "\"time\" of the label event is no time such as 2026-04-01T12:00:00.000Z.");
        row("annotator", "\"ada\"", "\"\"", "\"annotator\" of the label event is empty.");
        row("item", "\"item\":2", "\"item\":-7", "\"item\" of the label event: item is no whole number in its range.");
        row("occurrence", "\"occurrence\":0", "\"occurrence\":1e300",
            "\"occurrence\" of the label event: item is no whole number in its range.");
        row("previous", "\"previous\":\"\"", "\"previous\":\"abc\"",
            "\"previous\" of the label event is no hash of 64 hexadecimal digits.");
        row("data", "{\"confidence\":2}", "[2]", "\"data\" of the label event is no object.");
    }

    void whatIsOddIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, message);
        LabelStory story;
        story.does(u"ada"_s, 2, Rated{2});
        auto json = labelEventJson(story.events().front());
        QVERIFY(json.contains(from));
        const auto event = labelEventFromJson(json.replace(from, to));
        QVERIFY(!event);
        QCOMPARE(event.error().kind, ErrorKind::InvalidInput);
        if (message.endsWith(u'*'))
            QVERIFY2(event.error().message.startsWith(message.chopped(1)), qPrintable(event.error().message));
        else
            QCOMPARE(event.error().message, message);
        QVERIFY(!labelEventFromJson(QByteArray(longestLabelEvent + 1, ' ')));
        QVERIFY(!labelEventFromJson(QByteArray(100'000, '[')));
    }

    void placesHaveTitles()
    {
        QStringList titles;
        for (const auto &place : std::initializer_list<Evidence>{{.kind = Evidence::Kind::Turn, .turn = 11},
                 {.kind = Evidence::Kind::CodeLine, .place = u"src/app.js"_s, .firstLine = 10, .lastLine = 14},
                 {.kind = Evidence::Kind::CodeLine, .place = u"src/app.js"_s, .turn = 2, .firstLine = 10},
                 {.kind = Evidence::Kind::ServerLog, .firstLine = 3, .lastLine = 3},
                 {.kind = Evidence::Kind::SetupLog, .firstLine = 3, .lastLine = 5},
                 {.kind = Evidence::Kind::Assertion, .place = u"Login: has a token"_s, .firstLine = 2},
                 {.kind = Evidence::Kind::Violation, .place = u"app.py"_s, .firstLine = 0}})
            titles.append(evidenceTitle(place));
        QCOMPARE(titles,
            QStringList({u"turn 12"_s, u"src/app.js:10–14"_s, u"src/app.js:10 at turn 3"_s, u"server log:3"_s,
                u"set-up log:3–5"_s, u"Login: has a token"_s, u"app.py"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLabelEvent)
#include "tst_labelevent.moc"
