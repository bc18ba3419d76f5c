// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <shell/mergedreport.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

/// Merging is told like an import.
class TestMergedReport : public QObject
{
    Q_OBJECT

private slots:
    void oneStudyCanBeUndone()
    {
        const auto told = mergedReport({u"a"_s},
            {MergeReport{.importId = 7,
                .added = 3,
                .updated = 2,
                .unchanged = 1,
                .labels = 4,
                .samples = 5,
                .codebooks = 6,
                .tasks = 8,
                .bytes = 9,
                .warnings = {u"Odd."_s}}});
        QCOMPARE(told.importId, 7);
        const QList<int> counts{
            told.imported, told.updated, told.unchanged, told.labels, told.samples, told.codebooks, told.tasks};
        QCOMPARE(counts, QList<int>({3, 2, 1, 4, 5, 6, 8}));
        QCOMPARE(told.bytes, 9);
        QVERIFY(!told.cancelled && told.refused.empty());
        QCOMPARE(told.warnings, (std::vector<ImportIssue>{{u"a"_s, u"Odd."_s}}));
    }

    void severalImportsHaveNoneToUndo()
    {
        const MergeReport nothing{.unchanged = 2};
        const MergeReport one{.importId = 3, .added = 1};
        const MergeReport two{.importId = 4, .added = 1};
        QCOMPARE(mergedReport({u"a"_s, u"b"_s}, {nothing, one}).importId, 3);
        QCOMPARE(mergedReport({u"a"_s, u"b"_s}, {one, two}).importId, 0);
        QCOMPARE(mergedReport({u"a"_s, u"b"_s}, {one, two}).imported, 2);
        QCOMPARE(mergedReport({u"a"_s}, {nothing}).importId, 0);
    }

    void whatWasCancelledIsNoRefusal()
    {
        const auto told = mergedReport({u"a"_s, u"b"_s, u"c"_s},
            {failure(ErrorKind::Damaged, u"It is damaged."_s),
                MergeReport{.importId = 3, .added = 1, .cancelled = true, .warnings = {u"Cancelled here."_s}},
                cancelled()});
        QVERIFY(told.cancelled);
        QCOMPARE(told.importId, 3);
        QCOMPARE(told.refused, (std::vector<ImportIssue>{{u"a"_s, u"It is damaged."_s}}));
        QCOMPARE(told.warnings,
            (std::vector<ImportIssue>{
                {u"b"_s, u"Cancelled here."_s}, {u"c"_s, u"Merging was cancelled before this study was begun."_s}}));
    }
};

QTEST_GUILESS_MAIN(TestMergedReport)
#include "tst_mergedreport.moc"
