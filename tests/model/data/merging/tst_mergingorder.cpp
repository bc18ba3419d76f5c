// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "somelabels.h"
#include "studyinwords.h"

#include <store/labelstore.h>
#include <store/studysettings.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int studies = 4;
constexpr int orders = 6;

/// A run of a pool; its content says which version it is.
RunBundle pooled(int number, int version)
{
    return aBundle()
        .of(number % 2 == 0 ? "gpt-x" : "claude-y")
        .trial(number)
        .passing(version % 11, 10)
        .saying({u"please build %1"_s.arg(number), u"done %1"_s.arg(version)})
        .bundle();
}

} // namespace

/// Whatever the order in which studies are merged, and however often, the outcome is the same.
class TestMergingOrder : public QObject
{
    Q_OBJECT

private slots:
    void anyOrderGivesTheSame_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 2; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void anyOrderGivesTheSame()
    {
        QFETCH(quint32, seed);
        QRandomGenerator chance(seed);
        const QTemporaryDir folder;
        const auto others = someStudies(folder, chance);
        QStringList expected;
        for (int order = 0; order < orders; ++order) {
            auto shuffled = others + QStringList{others[chance.bounded(studies)]};
            std::shuffle(shuffled.begin(), shuffled.end(), chance);
            const auto here = folder.filePath(u"here-%1.decayscope"_s.arg(order));
            const auto atOnce = order % 3 == 0;
            for (const auto &part : atOnce ? QList<QStringList>{shuffled} : eachAlone(shuffled))
                QVERIFY(mergeStores(here, part, {}));
            const auto printed = printedStudy(here);
            if (order == 0)
                expected = printed;
            QCOMPARE(printed, expected);
            QCOMPARE(findingsOf(here), QStringList());
        }
        QVERIFY(expected.size() > 30);
    }

private:
    static QList<QStringList> eachAlone(const QStringList &paths)
    {
        QList<QStringList> parts;
        for (const auto &path : paths)
            parts.append(QStringList{path});
        return parts;
    }

    /// Runs overlap; two studies differ in some of them. One study is a copy of another that was labelled on.
    static QStringList someStudies(const QTemporaryDir &folder, QRandomGenerator &chance)
    {
        QStringList paths;
        for (int study = 0; study < studies; ++study) {
            std::vector<RunBundle> runs;
            for (int number = 0; number < 12; ++number) {
                const bool isContested = number < 4 && study < 2;
                if (chance.bounded(3) > 0 && (number >= 4 || study < 2))
                    runs.push_back(pooled(number, isContested ? number + 3 * study : number));
            }
            const auto path
                = studyOf(folder, u"other-%1"_s.arg(study), runs, u"2026-05-0%1T12:00:00Z"_s.arg(chance.bounded(1, 9)));
            label(path, study, chance);
            paths.append(path);
        }
        const auto copy = folder.filePath(u"copy.decayscope"_s);
        raw(paths.back(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (!QFile::copy(paths.back(), copy))
            qFatal("cannot copy");
        label(copy, 7, chance);
        paths.append(copy);
        return paths;
    }

    static void label(const QString &path, int study, QRandomGenerator &chance)
    {
        auto connection = Connection::open(path, OpenMode::ReadWrite).value();
        std::vector<LabelEvent> events;
        for (int i = chance.bounded(1, 6); i > 0; --i)
            events.push_back(makeLabelEvent(u"annotator-%1"_s.arg(chance.bounded(3)),
                {aFrozenSample().id, chance.bounded(3), 0}, Committed{aStudyLabel(u"missing_file"_s)}));
        if (!appendLabelEvents(connection, events))
            qFatal("no labels");
        // The same labels of the judge are in some studies, in other streams.
        if (study % 2 == 0)
            writeInto(path, [](Connection &writing) {
                auto imported = makeLabelEvent(judgeName, {}, Imported{aStudyLabel({}, false), u"file.csv"_s, 0});
                imported.id = u"00000000-0000-0000-0000-000000000001"_s;
                imported.time = u"2026-04-01T12:00:00.000Z"_s;
                imported.target = aFrozenSample().items.front().target;
                return mergeLabelEvents(writing, {&imported, 1}).transform([](int) { });
            });
    }
};

QTEST_GUILESS_MAIN(TestMergingOrder)
#include "tst_mergingorder.moc"
