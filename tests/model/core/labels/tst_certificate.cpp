// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <labels/certificate.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aLabel;
using Test::aSample;
using Test::LabelStory;

namespace {

const auto ada = u"ada"_s;

BlindingCertificate certified(const LabelStory &story, const Sample &sample)
{
    return blindingCertificate(
        {.rows = {}, .codebooks = {}, .samples = {sample}, .log = std::make_shared<const LabelLog>(story.log())},
        sample.id);
}

QStringList printed(const BlindingCertificate &certificate)
{
    QStringList lines;
    for (const auto &line : certificate.lines)
        lines.append(u"%1 %2.%3 %4%5%6"_s.arg(line.annotator)
                .arg(line.item.item)
                .arg(line.item.occurrence)
                .arg(line.labelled.isEmpty() ? u"open"_s : u"labelled "_s + line.labelled.mid(14, 5),
                    line.revealed.isEmpty() ? QString() : u" revealed "_s + line.revealed.mid(14, 5),
                    line.holds ? u" holds"_s : QString()));
    return lines + certificate.problems;
}

} // namespace

class TestCertificate : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhereLabelsCameFirst()
    {
        const auto sample = aSample(3, {ada});
        LabelStory story;
        const auto at = [&](int item) { return ItemKey{sample.id, item, 0}; };
        const auto first = story.does(ada, at(0), {}, Committed{aLabel(u"other"_s)});
        story.does(ada, at(0), {}, Revealed{u"judge"_s});
        story.does(ada, at(1), {}, Committed{aLabel(u"other"_s)});
        story.does(u"carol"_s, at(1), {}, Adjudicated{aLabel(u"logic_error"_s), {}});
        story.does(ada, at(1), {}, Revealed{u"others"_s});
        story.does(ada, at(1), {}, Committed{aLabel(u"logic_error"_s)});
        const auto certificate = certified(story, sample);
        QCOMPARE(printed(certificate),
            QStringList({u"ada 0.0 labelled 00:01 revealed 00:02 holds"_s,
                u"ada 1.0 labelled 00:03 revealed 00:05 holds"_s, u"ada 2.0 open"_s}));
        QVERIFY(certificate.holds());
        QCOMPARE(certificate.lines.front().hash, story.events().front().hash);
        QCOMPARE(certificate.chain.size(), 32);
        QVERIFY(certificateJson(certificate).contains("\"holds\": true"));
        QVERIFY(!first.isEmpty());
    }

    void aDecisionOutsideOfTheSampleEndsBlindnessToo()
    {
        const auto sample = aSample(1, {ada});
        LabelStory story;
        const ItemKey item{sample.id, 0, 0};
        story.does(ada, item, {}, Committed{aLabel(u"other"_s)});
        auto dated = sample.items.front().target;
        dated.date = u"2026-04-01"_s;
        story.does(u"carol"_s, {}, dated, Adjudicated{aLabel(u"logic_error"_s), {}});
        story.does(ada, item, {}, Revealed{u"others"_s});
        story.does(ada, item, {}, Committed{aLabel(u"logic_error"_s)});
        QCOMPARE(printed(certified(story, sample)), QStringList({u"ada 0.0 labelled 00:01 revealed 00:03 holds"_s}));
    }

    void doesNotHoldAfterAReveal()
    {
        const auto sample = aSample(4, {ada});
        LabelStory story;
        const auto at = [&](int item, int occurrence = 0) { return ItemKey{sample.id, item, occurrence}; };
        story.does(ada, at(0), {}, Revealed{u"identity"_s});
        story.does(ada, at(0), {}, Committed{aLabel(u"other"_s, {}, false)});
        story.does(ada, at(1), {}, Committed{aLabel(u"other"_s)});
        story.does(ada, at(1), {}, Revealed{u"judge"_s});
        story.does(ada, at(1), {}, Committed{aLabel(u"stuck_in_loop"_s)});
        story.does(ada, at(2), {}, Committed{aLabel(u"other"_s, {}, false)});
        story.does(ada, at(3), {}, Revealed{u"identity"_s});
        story.does(ada, at(3, 1), {}, Committed{aLabel(u"other"_s)});
        QCOMPARE(printed(certified(story, sample)),
            QStringList({u"ada 0.0 labelled 00:02 revealed 00:01"_s, u"ada 1.0 labelled 00:05 revealed 00:04"_s,
                u"ada 2.0 labelled 00:06 holds"_s, u"ada 3.0 open revealed 00:07"_s,
                u"ada 3.1 labelled 00:08 revealed 00:07"_s,
                u"The label of item 1 of ada was made after something blind was shown."_s,
                u"The label of item 2 of ada was made after something blind was shown."_s,
                u"The label of item 3 of ada was made in a view that was not blind."_s,
                u"The label of item 4 (repeat 1) of ada was made after something blind was shown."_s}));
    }

    void saysWhatIsMissing()
    {
        QCOMPARE(certified({}, aSample(1, {ada}, false)).problems,
            QStringList({u"The sample \"First round\" was not designed to be blind."_s}));
        auto changed = aSample(1, {ada});
        changed.items[0].weight = 9;
        QCOMPARE(certified({}, changed).problems,
            QStringList({u"The sample \"First round\" is not what was frozen: its hash differs."_s}));
        QCOMPARE(blindingCertificate({}, u"x"_s).problems, QStringList({u"The sample \"x\" is not in this study."_s}));
    }

    void findsWhatWasTamperedWith_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("problem");
        QTest::newRow("content")
            << 0 << u"Event 3 of ada (stream stream of ada) is not what was written: its hash differs."_s;
        QTest::newRow("hash") << 1 << u"Event 4 of ada (stream stream of ada) does not follow on the one before it."_s;
        QTest::newRow("taken out") << 2 << u"Event 3 of ada (stream stream of ada) is missing."_s;
        QTest::newRow("several out") << 3 << u"Events 2 to 4 of ada (stream stream of ada) are missing."_s;
        QTest::newRow("twice") << 4 << u"Event 3 of ada (stream stream of ada) is there twice."_s;
        QTest::newRow("first out") << 5 << u"Event 1 of ada (stream stream of ada) is missing."_s;
    }

    void findsWhatWasTamperedWith()
    {
        QFETCH(int, kind);
        QFETCH(QString, problem);
        LabelStory story;
        for (int item = 0; item < 6; ++item) {
            story.does(ada, item, Committed{aLabel(u"other"_s)});
            story.does(u"bob"_s, item, Committed{aLabel(u"other"_s)});
        }
        auto events = story.events();
        QCOMPARE(chainProblems(events), QStringList());
        const auto of = [&](qint64 number) {
            return std::ranges::find_if(
                events, [&](const LabelEvent &event) { return event.annotator == ada && event.number == number; });
        };
        if (kind == 0)
            std::get<Committed>(of(3)->action).label.code = u"logic_error"_s;
        else if (kind == 1) {
            std::get<Committed>(of(3)->action).label.code = u"logic_error"_s;
            of(3)->hash = labelEventHash(*of(3));
        } else if (kind == 2) {
            events.erase(of(3));
        } else if (kind == 3) {
            for (const int number : {2, 3, 4})
                events.erase(of(number));
        } else if (kind == 4) {
            auto copy = *of(3);
            copy.id = u"zzzz"_s;
            events.push_back(copy);
        } else {
            events.erase(of(1));
        }
        const auto problems = chainProblems(events);
        QVERIFY2(problems.contains(problem), qPrintable(problems.join(u'\n')));
        for (const auto &sentence : problems)
            QVERIFY2(!sentence.contains(u"bob"), qPrintable(sentence));
    }

    /// Whatever one changes of an event is found.
    void everyChangeIsFound()
    {
        QRandomGenerator chance(3);
        LabelStory story;
        for (int item = 0; item < 8; ++item)
            story.does(ada, item, Committed{aLabel(u"other"_s)});
        int found = 0;
        for (int round = 0; round < 300; ++round) {
            auto events = story.events();
            auto &event = events[chance.bounded(8U)];
            auto json = labelEventJson(event);
            const auto place = chance.bounded(json.size());
            json[place] = static_cast<char>(json.at(place) ^ (1 << chance.bounded(7)));
            const auto read = labelEventFromJson(json);
            if (!read || *read == event)
                continue;
            event = *read;
            QVERIFY2(!chainProblems(events).isEmpty(), json.constData());
            ++found;
        }
        qInfo() << found << "changes found";
        QVERIFY(found > 50);
    }
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
