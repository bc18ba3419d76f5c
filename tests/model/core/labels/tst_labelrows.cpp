// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <support/arun.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aLabel;
using Test::aSample;
using Test::LabelStory;
using Test::printed;
using Test::target;

namespace {

const auto judge = QString(judgeName);

/// A row of a label file: with a sub-category of the finer kind of file.
LabelAction row(const QString &code, const QString &subcode = {}, int precedence = 0, const QString &memo = {})
{
    auto label = aLabel(code, subcode, false);
    label.memo = memo;
    label.confidence = 0;
    return Imported{label, u"file.csv"_s, precedence};
}

QStringList rowsOf(const LabelStory &story, std::span<const Sample> samples = {}, std::span<const Run> runs = {})
{
    return printed(labelRows(story.log(), samples, runs));
}

} // namespace

class TestLabelRows : public QObject
{
    Q_OBJECT

private slots:
    void subcategoriesJoinTheirCoarseRow()
    {
        LabelStory story;
        story.does(judge, {}, target(u"gpt-x"_s, 0), row(u"logic_error"_s, {}, 0, u"coarse"_s));
        story.does(judge, {}, target(u"gpt-x"_s, 1), row(u"other"_s, {}, 0, u"odd"_s));
        story.does(judge, {}, target(u"gpt-x"_s, 0), row(u"logic_error"_s, u"auth_misconfiguration"_s, 0, u"fine"_s));
        story.does(judge, {}, target(u"gpt-x"_s, 1), row(u"logic_error"_s, u"auth_misconfiguration"_s));
        story.does(judge, {}, target(u"gpt-x"_s, 2), row(u"logic_error"_s, u"database_runtime_error"_s));
        QCOMPARE(rowsOf(story),
            QStringList({u"judge: gpt-x task 0 = logic_error/auth_misconfiguration \"fine\""_s,
                u"judge: gpt-x task 1 = other \"odd\""_s,
                u"judge: gpt-x task 2 = logic_error/database_runtime_error"_s}));
        const auto rows = labelRows(story.log(), {}, {});
        QCOMPARE(rows.front().coarseMemo, u"coarse"_s);
        QVERIFY(rows.front().isImported);
    }

    /// Whatever the order in which the files came.
    void aFileOfOneModelReplacesTheGenericOnes()
    {
        struct FileRow
        {
            LabelTarget run;
            LabelAction action;
        };
        std::vector<FileRow> files;
        for (int trial = 0; trial < 3; ++trial) {
            files.push_back({target(u"a"_s, trial), row(u"logic_error"_s)});
            files.push_back({target(u"b"_s, trial), row(u"logic_error"_s)});
            files.push_back({target(u"a"_s, trial), row(u"logic_error"_s, u"auth_misconfiguration"_s)});
            files.push_back({target(u"b"_s, trial), row(u"logic_error"_s, u"auth_misconfiguration"_s)});
        }
        files.push_back({target(u"a"_s, 0), row(u"logic_error"_s, u"business_logic_defect"_s, 1)});
        files.push_back({target(u"b"_s, 1), row(u"logic_error"_s, u"incorrect_query_logic"_s, -1)});
        files.push_back({target(u"c"_s, 0), row(u"logic_error"_s, u"incorrect_query_logic"_s, -1)});
        QRandomGenerator chance(5);
        for (int order = 0; order < 50; ++order) {
            LabelStory story;
            std::shuffle(files.begin(), files.end(), chance);
            for (const auto &file : files)
                story.does(judge, {}, file.run, file.action);
            QCOMPARE(rowsOf(story),
                QStringList(
                    {u"judge: a task 0 = logic_error/business_logic_defect"_s, u"judge: a task 1 = logic_error"_s,
                        u"judge: a task 2 = logic_error"_s, u"judge: b task 0 = logic_error/auth_misconfiguration"_s,
                        u"judge: b task 1 = logic_error/auth_misconfiguration"_s,
                        u"judge: b task 2 = logic_error/auth_misconfiguration"_s,
                        u"judge: c task 0 = logic_error/incorrect_query_logic"_s}));
        }
    }

    void theNewestOfOneRankWins()
    {
        LabelStory story;
        story.does(judge, {}, target(u"a"_s, 0), row(u"other"_s));
        story.does(judge, {}, target(u"a"_s, 0), row(u"stuck_in_loop"_s));
        story.does(u"human"_s, {}, target(u"a"_s, 0), row(u"logic_error"_s, u"auth_misconfiguration"_s));
        QCOMPARE(rowsOf(story),
            QStringList(
                {u"human: a task 0 = logic_error/auth_misconfiguration"_s, u"judge: a task 0 = stuck_in_loop"_s}));
    }

    void labelsAttachWhenTheirRunsArrive()
    {
        LabelStory story;
        const auto older = Test::aRun().of("gpt-x").dated("2026-03-01").run();
        auto newest = older;
        newest.id.value += 1000;
        newest.key.date = u"2026-04-01"_s;
        auto old = older;
        old.newestDate = false;
        auto meant = targetOf(newest.key);
        meant.date.clear();
        story.does(judge, {}, meant, row(u"other"_s));
        auto dated = targetOf(old.key);
        story.does(u"human"_s, {}, dated, row(u"stuck_in_loop"_s));
        QVERIFY(meant.means(newest) && !meant.means(old) && dated.means(old));
        const std::vector runs{old, newest};
        const auto rows = labelRows(story.log(), {}, runs);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[0].run, old.id);
        QCOMPARE(rows[1].run, newest.id);
        QCOMPARE(rows[1].target, targetOf(newest.key));
        QVERIFY(!labelRows(story.log(), {}, {}).front().run);
    }

    void samplesSayWhatWasLabelled()
    {
        const auto sample = aSample(3, {u"ada"_s, u"bob"_s});
        LabelStory story;
        const auto at = [&](int item, int occurrence = 0) { return ItemKey{sample.id, item, occurrence}; };
        story.does(u"ada"_s, at(0), {}, Committed{aLabel(u"other"_s)});
        story.does(u"bob"_s, at(0), {}, Committed{aLabel(u"stuck_in_loop"_s)});
        story.does(u"ada"_s, at(1), {}, Chosen{u"other"_s});
        story.does(u"ada"_s, at(2), {}, Committed{aLabel(u"other"_s)});
        story.does(u"ada"_s, at(2, 1), {}, Committed{aLabel(u"stuck_in_loop"_s)});
        story.does(u"ada"_s, at(3), {}, Committed{aLabel(u"other"_s)});
        story.does(u"ada"_s, {u"unknown"_s, 0, 0}, {}, Committed{aLabel(u"other"_s)});
        story.does(u"carol"_s, at(0), {}, Adjudicated{aLabel(u"logic_error"_s), {}});
        story.does(u"carol"_s, {}, target(u"zeta"_s, 0), Adjudicated{aLabel(u"other"_s), {}});
        story.does(u"carol"_s, {}, target(u"zeta"_s, 1), Adjudicated{aLabel(u"stuck_in_loop"_s), {}});
        LabelBook book{.rows = labelRows(story.log(), std::span(&sample, 1), {}), .samples = {sample}};
        QCOMPARE(printed(book.rows),
            QStringList({u"ada: gpt-x task 0 = other c2"_s, u"adjudicated: gpt-x task 0 = logic_error c2"_s,
                u"bob: gpt-x task 0 = stuck_in_loop c2"_s, u"ada: gpt-x task 2 = other c2"_s,
                u"ada: gpt-x task 2 = stuck_in_loop c2"_s, u"adjudicated: zeta task 0 = other c2"_s,
                u"adjudicated: zeta task 1 = stuck_in_loop c2"_s}));
        QCOMPARE(book.annotators(), QStringList({u"ada"_s, u"bob"_s, u"adjudicated"_s}));
        QCOMPARE(printed(book.labelsOf(u"ada")),
            QStringList({u"ada: gpt-x task 0 = other c2"_s, u"ada: gpt-x task 2 = other c2"_s}));
        QVERIFY(book.sample(sample.id) && !book.sample(u"x"));
        QCOMPARE(book.codebook(u"constraint-decay")->version, 1);
        QVERIFY(!book.codebook(u"constraint-decay", 2));
    }
};

QTEST_GUILESS_MAIN(TestLabelRows)
#include "tst_labelrows.moc"
