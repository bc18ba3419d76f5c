// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/runfilter.h>
#include <sampling/sampledesign.h>
#include <support/arun.h>

#include <QTest>

#include <cmath>
#include <set>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

SamplingUnit unit(const Run &run, const char *category = "logic_error")
{
    const auto name = QString::fromLatin1(category);
    return {.target = targetOf(run.key), .run = run, .category = name, .categoryCode = name};
}

/// So many failed runs of a model, half of them on level 1.
void add(std::vector<SamplingUnit> &units, const char *model, int count, const char *category = "logic_error")
{
    for (int i = 0; i < count; ++i) {
        const ConstraintSet constraints = i % 2 == 0 ? ConstraintSet{} : ConstraintSet{Postgres};
        units.push_back(unit(aRun().of(model).on("flask", constraints).trial(1000 + i).passing(3, 10), category));
    }
}

std::vector<SamplingUnit> threeModels()
{
    std::vector<SamplingUnit> units;
    add(units, "large", 60);
    add(units, "middle", 30);
    add(units, "small", 6, "other");
    return units;
}

SampleDesign design(std::vector<StratumColumn> strata, Allocation allocation, int size)
{
    return {.title = u"t"_s,
        .strata = std::move(strata),
        .allocation = allocation,
        .size = size,
        .seed = 5,
        .annotators = {u"ada"_s, u"bob"_s},
        .repeatGap = 5};
}

QStringList printed(const std::vector<SampleStratum> &strata)
{
    QStringList lines;
    for (const auto &stratum : strata)
        lines << QStringLiteral("%1 %2/%3").arg(stratum.name).arg(stratum.drawn).arg(stratum.population);
    return lines;
}

QString printed(const AnnotatorQueue &queue)
{
    QStringList entries;
    for (const auto &entry : queue.order)
        entries << QString::number(entry.item) + QString(entry.occurrence, u'\'');
    return queue.annotator % u": " % entries.join(u' ');
}

Sample drawn(const std::vector<SamplingUnit> &units, const SampleDesign &design)
{
    const auto sample = drawSample(units, design, studyCodebook());
    if (!sample)
        qFatal("%s", qPrintable(sample.error().message));
    return *sample;
}

QString refusal(const std::vector<SamplingUnit> &units, const SampleDesign &design)
{
    const auto sample = drawSample(units, design, studyCodebook());
    return sample ? u"drawn"_s : sample.error().message;
}

std::set<int> itemsOf(const AnnotatorQueue &queue)
{
    std::set<int> items;
    for (const auto &entry : queue.order)
        items.insert(entry.item);
    return items;
}

} // namespace

class TestSampleDesign : public QObject
{
    Q_OBJECT

private slots:
    void allocations()
    {
        using enum StratumColumn;
        const auto units = threeModels();
        const auto planned = [&](Allocation allocation, int size, int minimum = 0) {
            auto asked = design({Model}, allocation, size);
            asked.minimumPerStratum = minimum;
            return printed(plannedStrata(units, asked)).join(u", ");
        };
        QCOMPARE(planned(Allocation::Proportional, 32), u"large 20/60, middle 10/30, small 2/6"_s);
        QCOMPARE(planned(Allocation::Proportional, 10), u"large 6/60, middle 3/30, small 1/6"_s);
        QCOMPARE(planned(Allocation::Proportional, 32, 4), u"large 19/60, middle 9/30, small 4/6"_s);
        QCOMPARE(planned(Allocation::Proportional, 32, 8), u"large 17/60, middle 9/30, small 6/6"_s);
        QCOMPARE(planned(Allocation::Proportional, 5, 9), u"large 2/60, middle 2/30, small 1/6"_s);
        QCOMPARE(planned(Allocation::Proportional, 500), u"large 60/60, middle 30/30, small 6/6"_s);
        QCOMPARE(planned(Allocation::Equal, 30), u"large 12/60, middle 12/30, small 6/6"_s);
        QCOMPARE(planned(Allocation::Equal, 10), u"large 4/60, middle 3/30, small 3/6"_s);
        // Each model has one category: nothing speaks for one of them.
        QCOMPARE(planned(Allocation::Neyman, 32), planned(Allocation::Proportional, 32));
        QCOMPARE(printed(plannedStrata(units, design({}, Allocation::Equal, 7))), QStringList{u"all 7/96"_s});
        QCOMPARE(printed(plannedStrata({}, design({Model}, Allocation::Equal, 7))), QStringList());
    }

    void neymanDrawsWhereCategoriesDiffer()
    {
        std::vector<SamplingUnit> units;
        add(units, "mixed", 50);
        for (std::size_t i = 0; i < 25; ++i)
            units[i].category = u"other"_s;
        add(units, "even", 100);
        for (std::size_t i = 50; i < 70; ++i)
            units[i].category = u"other"_s;
        // √(25·25) = 25 and √(80·20) = 40.
        QCOMPARE(printed(plannedStrata(units, design({StratumColumn::Model}, Allocation::Neyman, 13))),
            (QStringList{u"even 8/100"_s, u"mixed 5/50"_s}));
    }

    void emptyStrataAreListed()
    {
        const auto units = threeModels();
        QCOMPARE(printed(plannedStrata(
                     units, design({StratumColumn::Model, StratumColumn::Level}, Allocation::Proportional, 16))),
            (QStringList{u"large · L0 5/30"_s, u"large · L1 5/30"_s, u"large · L2 0/0"_s, u"large · L3 0/0"_s,
                u"middle · L0 3/15"_s, u"middle · L1 3/15"_s, u"middle · L2 0/0"_s, u"middle · L3 0/0"_s,
                u"small · L0 0/3"_s, u"small · L1 0/3"_s, u"small · L2 0/0"_s, u"small · L3 0/0"_s}));
        const auto frameworks = plannedStrata(units, design({StratumColumn::Framework}, Allocation::Equal, 1));
        QCOMPARE(frameworks.size(), 8U);
        QCOMPARE(plannedStrata(units, design({StratumColumn::Constraints}, Allocation::Equal, 1)).size(), 14U);
        QCOMPARE(plannedStrata(units,
                     design({StratumColumn::Category, StratumColumn::Subcategory, StratumColumn::Scaffold,
                                StratumColumn::Runtime},
                         Allocation::Equal, 1))
                     .size(),
            4U);
    }

    void theSameSeedGivesTheSameBytes()
    {
        auto units = threeModels();
        const auto asked = design({StratumColumn::Model}, Allocation::Proportional, 20);
        const auto first = drawn(units, asked);
        std::ranges::reverse(units);
        units.push_back(units.front());
        QCOMPARE(sampleJson(drawn(units, asked)), sampleJson(first));
        auto other = asked;
        other.seed = 6;
        QVERIFY(drawn(units, other).hash != first.hash);
        QCOMPARE(drawn(units, other).population, first.population);
        // On every machine: these were drawn on one of them.
        QCOMPARE(printed(first.queues[0]), u"ada: 15 18 9 0 6 1 10 16 14 11 4 2 13 8 19 17 5 12 7 3"_s);
        QStringList targets;
        for (const auto &item : first.items)
            targets << item.target.configuration.model.left(1) + QString::number(item.target.trial - 1000);
        QCOMPARE(targets.join(u' '), u"l10 s2 m1 l13 l50 l15 l6 l5 m18 l16 m4 l45 l52 l38 l17 m28 l2 m8 m11 l18"_s);
    }

    void sharesAreUnbiased()
    {
        auto units = threeModels();
        for (std::size_t i = 0; i < units.size(); i += 3)
            units[i].category = u"other"_s;
        const auto truth = static_cast<double>(std::ranges::count(units, u"other"_s, &SamplingUnit::category)) / 96.0;
        std::map<LabelTarget, QString> categories;
        for (const auto &one : units)
            categories[one.target] = one.category;
        auto asked = design({StratumColumn::Model}, Allocation::Equal, 15);
        constexpr int draws = 1000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < draws; ++seed) {
            asked.seed = static_cast<quint64>(seed);
            double other = 0;
            double all = 0;
            for (const auto &item : drawn(units, asked).items) {
                all += item.weight;
                other += categories[item.target] == u"other" ? item.weight : 0;
            }
            QCOMPARE_LE(std::abs(all - 96), 1e-9);
            sum += other / all;
            squares += other / all * (other / all);
        }
        const double mean = sum / draws;
        const double error = std::sqrt((squares / draws - mean * mean) / draws);
        QVERIFY2(std::abs(mean - truth) < 3 * error, qPrintable(u"%1 %2 %3"_s.arg(mean).arg(truth).arg(error)));
    }

    void itemsAreSharedAndDealt()
    {
        const auto units = threeModels();
        auto asked = design({}, Allocation::Proportional, 20);
        asked.annotators = {u"ada"_s, u"bob"_s, u"eve"_s};
        asked.overlap = 0.25;
        const auto sample = drawn(units, asked);
        std::map<int, int> times;
        QStringList sizes;
        for (const auto &queue : sample.queues) {
            sizes << QString::number(queue.order.size());
            for (const auto item : itemsOf(queue))
                ++times[item];
        }
        QCOMPARE(sizes.join(u' '), u"10 10 10"_s);
        QCOMPARE(times.size(), 20U);
        QCOMPARE(std::ranges::count(times, 3, [](const auto &entry) { return entry.second; }), 5);
        asked.overlap = 1;
        const auto shared = drawn(units, asked);
        QCOMPARE(itemsOf(shared.queues[0]), itemsOf(shared.queues[1]));
        QVERIFY(shared.queues[0].order != shared.queues[1].order);
        // An annotator's order does not depend on who else is there.
        asked.annotators = {u"bob"_s};
        QCOMPARE(drawn(units, asked).queues[0], shared.queues[1]);
    }

    void repeatsKeepTheirDistance()
    {
        const auto units = threeModels();
        auto asked = design({}, Allocation::Proportional, 40);
        asked.repeats = 0.2;
        asked.repeatGap = 12;
        for (quint64 seed = 0; seed < 200; ++seed) {
            asked.seed = seed;
            for (const auto &queue : drawn(units, asked).queues) {
                std::map<int, qsizetype> first;
                int repeats = 0;
                for (qsizetype i = 0; i < std::ssize(queue.order); ++i) {
                    const auto &entry = queue.order[static_cast<std::size_t>(i)];
                    if (entry.occurrence == 0) {
                        QVERIFY(first.try_emplace(entry.item, i).second);
                        continue;
                    }
                    ++repeats;
                    QVERIFY2(i - first.at(entry.item) - 1 >= 12, qPrintable(printed(queue)));
                }
                QCOMPARE(repeats, 8);
            }
        }
        asked.repeatGap = 40;
        QCOMPARE(drawn(units, asked).queues[0].order.size(), 40U);
        asked.repeatGap = 38;
        QCOMPARE(drawn(units, asked).queues[0].order.size(), 42U);
    }

    void familiesStandInARow()
    {
        auto units = threeModels();
        for (std::size_t i = 0; i < units.size(); ++i)
            units[i].family = i % 4 == 3 ? QString() : u"f%1"_s.arg(i % 4);
        auto asked = design({}, Allocation::Proportional, 30);
        QVERIFY(drawn(units, asked).items[0].family.isEmpty());
        asked.byFamily = true;
        const auto sample = drawn(units, asked);
        for (const auto &queue : sample.queues) {
            QStringList rows;
            for (const auto &entry : queue.order) {
                const auto &family = sample.items[static_cast<std::size_t>(entry.item)].family;
                if (!family.isEmpty() && (rows.isEmpty() || rows.last() != family))
                    rows << family;
            }
            QCOMPARE(QSet<QString>(rows.begin(), rows.end()).size(), rows.size());
        }
    }

    void whatCannotBeDrawnSaysWhy()
    {
        const auto units = threeModels();
        auto asked = design({}, Allocation::Equal, 5);
        const auto with = [&](auto change) {
            auto other = asked;
            change(other);
            return refusal(units, other);
        };
        QCOMPARE(refusal({}, asked), u"There is no failed run to draw from."_s);
        QCOMPARE(with([](auto &d) {
            d.category = u"none_such"_s;
            d.categoryBy = u"judge"_s;
        }),
            u"There is no failed run that \"judge\" labelled as none_such. Import or make such labels first, or draw "
            u"from all failed runs."_s);
        QCOMPARE(with([](auto &d) { d.category = u"other"_s; }), u"drawn"_s);
        QVERIFY(with([](auto &d) { d.annotators.clear(); }).contains(u"needs an annotator"));
        QVERIFY(with([](auto &d) { d.annotators = {u"  "_s}; }).contains(u"no name"));
        QVERIFY(with([](auto &d) { d.annotators = {u"judge"_s}; }).contains(u"cannot be"));
        QVERIFY(with([](auto &d) { d.annotators = {u"a"_s, u"a"_s}; }).contains(u"twice"));
        QVERIFY(with([](auto &d) { d.overlap = 1.5; }).contains(u"between 0 and 1"));
        QVERIFY(with([](auto &d) { d.repeats = std::nan(""); }).contains(u"between 0 and 1"));
        QVERIFY(with([](auto &d) { d.repeatGap = -1; }).contains(u"negative"));
        QVERIFY(with([](auto &d) { d.size = 0; }).contains(u"items"));
        QVERIFY(with([](auto &d) { d.size = 2'000'000'000; }).contains(u"items"));
        QCOMPARE(with([](auto &d) { d.minimumPerStratum = -7; }), u"drawn"_s);
        QCOMPARE(with([](auto &d) {
            d.repeatGap = 2'000'000'000;
            d.repeats = 1;
        }),
            u"drawn"_s);
    }

    void unitsAreFailedRunsThatCount()
    {
        std::vector<Run> runs{aRun().passing(10, 10), aRun().trial(1).passing(9, 10),
            aRun().trial(2).on("flask", {Postgres}).passing(10, 10).violating(ConstraintKind::Database),
            aRun().trial(3).passing(0, 0), aRun().trial(4).passing(1, 10).excluded("broken"),
            aRun().trial(5).passing(1, 10).dated("2020-01-01T00-00-00"),
            aRun().onFeature("flask", "f1").passing(1, 10)};
        markNewestDates(runs);
        LabelBook book{.codebooks = {studyCodebook()}};
        const auto label = [&](const Run &run, const char *code, bool known, bool dated) {
            LabelRow row{.annotator = u"judge"_s, .target = targetOf(run.key)};
            row.label = {.code = QString::fromLatin1(code), .codebook = studyCodebook().id, .version = 1};
            if (known)
                row.run = run.id;
            if (!dated)
                row.target.date.clear();
            book.rows.push_back(row);
        };
        label(runs[1], "logic_error", true, true);
        label(runs[2], "constraint_violation", false, false);
        QStringList lines;
        for (const auto &one : samplingUnits(runs, book, u"judge"_s, {{runs[3].id, u"f"_s}}))
            lines << QStringLiteral("%1 %2 %3").arg(one.run.key.trial).arg(one.category, one.family);
        QCOMPARE(lines, (QStringList{u"1 logic_error "_s, u"2 constraint_violation "_s, u"3  f"_s}));
        QVERIFY(samplingUnits(runs, book, {}).front().category.isEmpty());
    }

    void fiftyLogicErrors()
    {
        std::vector<SamplingUnit> units;
        for (const auto *model : {"a", "b", "c", "d"})
            add(units, model, 40);
        const auto sample = drawn(units, logicErrorDesign({u"ada"_s, u"bob"_s}, 3));
        QCOMPARE(sample.items.size(), 50U);
        QCOMPARE(sample.strata.size(), 16U);
        QCOMPARE(sample.queues.size(), 2U);
        QVERIFY(sample.design.blind);
        QVERIFY(!sample.hash.isEmpty() && !sample.id.isEmpty());
        QCOMPARE(sample.codebook, studyCodebook().id);
    }

    void aSplitQueuesItsItemsAlone()
    {
        const CodebookAuthor author{.name = u"ada"_s, .reason = u"too wide"_s, .time = u"2026-11-22T00:00:00.000Z"_s};
        const auto halves = std::vector<Code>{{.id = u"auth_token"_s, .name = u"auth_token"_s, .title = u"Token"_s},
            {.id = u"auth_rights"_s, .name = u"auth_rights"_s, .title = u"Rights"_s}};
        const auto split = withSplit(studyCodebook(), u"auth_misconfiguration"_s, halves, author);
        QVERIFY2(split, qPrintable(split ? QString() : split.error().message));
        LabelBook book{.codebooks = {studyCodebook(), *split}};
        const auto label = [&](const char *annotator, int trial, const char *subcode) {
            LabelRow row{.annotator = QString::fromLatin1(annotator),
                .target = targetOf(aRun().trial(trial).run().key),
                .run = RunId{trial}};
            row.label = {.code = u"logic_error"_s,
                .subcode = QString::fromLatin1(subcode),
                .codebook = studyCodebook().id,
                .version = 1};
            book.rows.push_back(row);
        };
        label("ada", 1, "auth_misconfiguration");
        label("bob", 1, "business_logic_defect");
        label("ada", 2, "business_logic_defect");
        label("ada", 3, "auth_misconfiguration");
        label("bob", 3, "auth_misconfiguration");
        label("judge", 2, "auth_misconfiguration");
        label("adjudicated", 4, "auth_misconfiguration");
        const auto sample = relabelSample(book, *split, u"auth_misconfiguration"_s);
        QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().message));
        QStringList lines;
        for (const auto &queue : sample->queues) {
            QStringList trials;
            for (const auto item : itemsOf(queue))
                trials << QString::number(sample->items[static_cast<std::size_t>(item)].target.trial);
            lines << queue.annotator % u": " % trials.join(u' ');
        }
        QCOMPARE(lines, (QStringList{u"ada: 1 3"_s, u"bob: 3"_s}));
        QCOMPARE(sample->design.purpose, SamplePurpose::Relabel);
        QCOMPARE(sample->codebookVersion, split->version);
        QVERIFY(sampleFromJson(sampleJson(*sample)).has_value());
        QVERIFY(!relabelSample(book, *split, u"business_logic_defect"_s));
        QVERIFY(!relabelSample(book, *split, u"none_such"_s));
        book.rows.clear();
        QVERIFY(!relabelSample(book, *split, u"auth_misconfiguration"_s));
    }
};

QTEST_GUILESS_MAIN(TestSampleDesign)
#include "tst_sampledesign.moc"
