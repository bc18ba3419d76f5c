// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aLabel;
using Test::LabelStory;
using Test::printed;

namespace {

const auto round1 = u"round-1"_s;
const auto ada = u"ada"_s;

ItemKey item(int number, int occurrence = 0)
{
    return {.sample = round1, .item = number, .occurrence = occurrence};
}

/// Everything a log says, by item and annotator.
QStringList everything(const LabelLog &log)
{
    QStringList lines;
    auto annotators = log.annotators(round1);
    annotators.append(adjudicatedName);
    for (const auto &annotator : std::as_const(annotators)) {
        for (const auto &[key, state] : log.states(annotator, round1)) {
            QStringList events;
            for (const auto index : state.events)
                events.append(log.events()[index].id.first(4));
            lines.append(u"%1 %2.%3 %4 by %5 at %6 %7"_s.arg(annotator)
                    .arg(key.item)
                    .arg(key.occurrence)
                    .arg(printed(state), state.committedEvent, state.committedTime, events.join(u' ')));
        }
        const auto *undo = log.undoable(annotator, round1);
        const auto *redo = log.redoable(annotator, round1);
        lines.append(u"%1 undo %2 redo %3"_s.arg(annotator, undo ? undo->id : u"-"_s, redo ? redo->id : u"-"_s));
    }
    return lines;
}

/// Several annotators do anything to anything, some of it in two stores at once.
LabelStory anyStory(QRandomGenerator &chance, int length)
{
    LabelStory story;
    QStringList decisions{u"nobody's"_s};
    const QStringList codes{u"logic_error"_s, u"other"_s, u"stuck_in_loop"_s};
    for (int step = 0; step < length; ++step) {
        const auto who = QStringList{ada, u"bob"_s, u"carol"_s}.at(chance.bounded(3));
        const auto where = item(chance.bounded(3), chance.bounded(2));
        const auto any = decisions.at(chance.bounded(decisions.size()));
        const auto code = codes.at(chance.bounded(3));
        const std::array<LabelAction, 15> actions{Opened{}, Chosen{code}, Chosen{u"auth_misconfiguration"_s, true},
            Cleared{}, Rated{chance.bounded(4)}, Noted{QString::number(step)},
            EvidenceAdded{{.id = code, .turn = step}}, EvidenceRemoved{code}, Flagged{chance.bounded(2) == 1},
            Skipped{u"why"_s}, Committed{aLabel(code)}, Reverted{any}, Undone{any}, Redone{any},
            Adjudicated{aLabel(code), {}}};
        story.wait(chance.bounded(5) - 2);
        const auto stream = who + QString::number(chance.bounded(2));
        decisions.append(story.does(who, where, {}, actions.at(static_cast<std::size_t>(chance.bounded(15))), stream));
        if (const auto log = story.log(); chance.bounded(4) == 0) {
            const auto *undo = log.undoable(who, round1);
            const auto *redo = log.redoable(who, round1);
            if (undo && chance.bounded(2) == 0)
                story.does(who, undo->item, {}, Undone{undo->id}, stream);
            else if (redo)
                story.does(who, redo->item, {}, Redone{redo->id}, stream);
        }
    }
    return story;
}

/// The streams of a story in any order, each in its own, some events twice.
std::vector<std::vector<LabelEvent>> shuffled(const std::vector<LabelEvent> &events, QRandomGenerator &chance)
{
    std::map<QString, std::deque<LabelEvent>> streams;
    for (const auto &event : events)
        streams[event.stream].push_back(event);
    std::vector<std::vector<LabelEvent>> parts;
    while (!streams.empty()) {
        auto stream = std::next(streams.begin(), chance.bounded(static_cast<int>(streams.size())));
        auto &part = parts.emplace_back();
        for (int count = chance.bounded(1, 6); count > 0 && !stream->second.empty(); --count) {
            part.push_back(stream->second.front());
            if (chance.bounded(4) > 0)
                stream->second.pop_front(); // Else it comes again with the next part.
        }
        if (stream->second.empty())
            streams.erase(stream);
    }
    return parts;
}

} // namespace

class TestLabelLog : public QObject
{
    Q_OBJECT

private slots:
    void aLabelGrows()
    {
        LabelStory story;
        QStringList course;
        const auto after = [&](LabelAction action) {
            story.does(ada, 0, std::move(action));
            course.append(printed(story.log().state(ada, item(0))));
        };
        after(Opened{});
        after(Chosen{u"auth_misconfiguration"_s, true});
        after(Chosen{u"logic_error"_s});
        after(Chosen{u"auth_misconfiguration"_s, true});
        after(Chosen{u"other"_s});
        after(Cleared{});
        after(Rated{2});
        after(Noted{u"why"_s});
        after(EvidenceAdded{{.id = u"1"_s, .turn = 4}});
        after(EvidenceAdded{{.id = u"2"_s, .turn = 5}});
        after(EvidenceRemoved{u"1"_s});
        after(Skipped{u"unclear"_s});
        after(Committed{aLabel(u"other"_s)});
        after(Flagged{true});
        after(Spent{1500});
        after(Spent{500});
        after(Revealed{u"judge"_s});
        QCOMPARE(course,
            QStringList({u"draft –; opened"_s, u"draft –; opened"_s, u"draft logic_error; opened; half-made"_s,
                u"draft logic_error/auth_misconfiguration; opened; half-made"_s, u"draft other; opened; half-made"_s,
                u"draft –; opened"_s, u"draft – c2; opened; half-made"_s, u"draft – c2 \"why\"; opened; half-made"_s,
                u"draft – c2 \"why\" [turn 5]; opened; half-made"_s,
                u"draft – c2 \"why\" [turn 5] [turn 6]; opened; half-made"_s,
                u"draft – c2 \"why\" [turn 6]; opened; half-made"_s,
                u"draft – c2 \"why\" [turn 6]; skipped: unclear; opened; half-made; done"_s,
                u"draft other c2; committed other c2 blind; opened; done"_s,
                u"draft other c2; committed other c2 blind; opened; flagged; done"_s,
                u"draft other c2; committed other c2 blind; opened; flagged; done; 1500 ms"_s,
                u"draft other c2; committed other c2 blind; opened; flagged; done; 2000 ms"_s,
                u"draft other c2; committed other c2 blind; opened; flagged; revealed; done; 2000 ms"_s}));
        QCOMPARE(story.log().state(ada, item(0)).firstReveal, u"2026-04-01T12:00:17.000Z"_s);
        QCOMPARE(story.log().state(ada, item(0)).events.size(), 17U);
        QCOMPARE(printed(story.log().state(u"bob"_s, item(0))), u"draft –"_s);
    }

    void undoAndRedoGoBackAndForth()
    {
        LabelStory story;
        story.does(ada, 0, Opened{});
        story.does(ada, 0, Chosen{u"other"_s});
        story.does(ada, 0, Committed{aLabel(u"other"_s)});
        story.does(ada, 1, Chosen{u"stuck_in_loop"_s});
        QStringList course;
        const auto note = [&] {
            const auto log = story.log();
            course.append(printed(log.state(ada, item(0))) + u" | "_s + printed(log.state(ada, item(1))));
        };
        const auto undo = [&] {
            const auto log = story.log();
            const auto *event = log.undoable(ada, round1);
            QVERIFY(event);
            story.does(ada, event->item, {}, Undone{event->id});
            note();
        };
        const auto redo = [&] {
            const auto log = story.log();
            const auto *event = log.redoable(ada, round1);
            QVERIFY(event);
            story.does(ada, event->item, {}, Redone{event->id});
            note();
        };
        note();
        undo();
        undo();
        undo();
        QVERIFY(!story.log().undoable(ada, round1));
        redo();
        redo();
        story.does(ada, 1, Flagged{true});
        note();
        QVERIFY(!story.log().redoable(ada, round1));
        undo();
        redo();
        QCOMPARE(course,
            QStringList({u"draft other c2; committed other c2 blind; opened; done | draft stuck_in_loop; half-made"_s,
                u"draft other c2; committed other c2 blind; opened; done | draft –"_s,
                u"draft other; opened; half-made | draft –"_s, u"draft –; opened | draft –"_s,
                u"draft other; opened; half-made | draft –"_s,
                u"draft other c2; committed other c2 blind; opened; done | draft –"_s,
                u"draft other c2; committed other c2 blind; opened; done | draft –; flagged"_s,
                u"draft other c2; committed other c2 blind; opened; done | draft –"_s,
                u"draft other c2; committed other c2 blind; opened; done | draft –; flagged"_s}));
    }

    void nobodyUndoesWhatAnotherDid()
    {
        LabelStory story;
        const auto commit = story.does(ada, 0, Committed{aLabel(u"other"_s)});
        story.does(u"bob"_s, 0, Undone{commit});
        QVERIFY(!story.log().isUndone(commit));
        QVERIFY(!story.log().undoable(u"bob"_s, round1));
        story.does(ada, 0, Undone{commit});
        QVERIFY(story.log().isUndone(commit));
        story.does(u"bob"_s, 0, Redone{commit});
        QVERIFY(story.log().isUndone(commit));
        QCOMPARE(story.log().annotators(round1), QStringList({ada, u"bob"_s}));
    }

    void anEarlierLabelStandsAgain()
    {
        LabelStory story;
        const auto first = story.does(ada, 0, Committed{aLabel(u"other"_s)});
        story.does(ada, 0, Committed{aLabel(u"stuck_in_loop"_s)});
        const auto bobs = story.does(u"bob"_s, 0, Committed{aLabel(u"logic_error"_s)});
        story.does(ada, 0, Reverted{bobs});
        QCOMPARE(story.log().state(ada, item(0)).committed->code, u"stuck_in_loop"_s);
        const auto revert = story.does(ada, 0, Reverted{first});
        QCOMPARE(story.log().state(ada, item(0)).committed->code, u"other"_s);
        QCOMPARE(story.log().state(ada, item(0)).committedEvent, revert);
        story.does(ada, 0, Undone{revert});
        QCOMPARE(story.log().state(ada, item(0)).committed->code, u"stuck_in_loop"_s);
    }

    void adjudicationStandsForAll()
    {
        LabelStory story;
        const auto first = story.does(ada, 0, Committed{aLabel(u"other"_s)});
        const auto decision = story.does(u"carol"_s, 0, Adjudicated{aLabel(u"logic_error"_s), {first}});
        auto log = story.log();
        QCOMPARE(printed(log.state(adjudicatedName, item(0))),
            u"draft logic_error c2; committed logic_error c2 blind; done"_s);
        QCOMPARE(printed(log.state(u"carol"_s, item(0))), u"draft –"_s);
        QCOMPARE(log.state(ada, item(0)).committed->code, u"other"_s);
        story.does(u"carol"_s, 0, Undone{decision});
        QVERIFY(!story.log().state(adjudicatedName, item(0)).committed);
    }

    /// The fold knows no order of arrival: streams come in any, in any pieces, events come twice.
    void anyOrderOfStreamsGivesTheSame()
    {
        for (quint32 seed = 0; seed < 80; ++seed) {
            QRandomGenerator chance(seed);
            const auto story = anyStory(chance, 60);
            const auto expected = everything(story.log());
            for (int order = 0; order < 4; ++order) {
                LabelLog log;
                const auto parts = shuffled(story.events(), chance);
                for (const auto &part : parts)
                    log.add(part);
                QCOMPARE(log.events().size(), story.events().size());
                QCOMPARE(everything(log), expected);
            }
            auto backwards = story.events();
            std::ranges::reverse(backwards);
            LabelLog log;
            for (const auto &event : backwards)
                log.add({&event, 1});
            QCOMPARE(everything(log), expected);
        }
    }

    /// What is shown before it is stored is what stands afterwards, also when another window was faster.
    void eventsSettleWhereTheStorePutsThem()
    {
        for (quint32 seed = 100; seed < 140; ++seed) {
            QRandomGenerator chance(seed);
            const auto story = anyStory(chance, 40);
            LabelLog log;
            std::deque<LabelEvent> unstored;
            const auto settle = [&] {
                log.add({&unstored.front(), 1});
                unstored.pop_front();
            };
            for (const auto &event : story.events()) {
                auto early = event;
                early.number = 0;
                early.previous.clear();
                early.hash.clear();
                if (chance.bounded(3) > 0)
                    log.add({&early, 1});
                unstored.push_back(event);
                while (!unstored.empty() && chance.bounded(2) == 0)
                    settle();
            }
            while (!unstored.empty())
                settle();
            QCOMPARE(everything(log), everything(story.log()));
        }
    }

    void whatCouldNotBeStoredGoesAgain()
    {
        LabelStory story;
        story.does(ada, 0, Chosen{u"other"_s});
        auto log = story.log();
        const auto before = everything(log);
        auto event = makeLabelEvent(ada, item(0), Committed{aLabel(u"other"_s)});
        event.stream = u"stream of ada"_s;
        log.add({&event, 1});
        QVERIFY(log.state(ada, item(0)).committed);
        log.remove({event.id});
        QCOMPARE(everything(log), before);
        QVERIFY(!log.find(event.id));
    }
};

QTEST_GUILESS_MAIN(TestLabelLog)
#include "tst_labellog.moc"
