// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelabels.h"

#include "samplechance.h"

#include <labels/labelrows.h>
#include <sampling/sampledesign.h>
#include <store/labelstore.h>
#include <store/snapshotreader.h>
#include <store/transaction.h>

#include <QTimeZone>
#include <QUuid>

namespace Decayscope {

namespace {

constexpr double secondThoughts = 0.12; ///< How often an annotator chooses another kind than the judge.
const QStringList sampleAnnotators{QStringLiteral("Ada"), QStringLiteral("Grace")};

/// One category and why, as a judge would write it.
struct SampleReason
{
    const char16_t *code;
    const char16_t *memo;
};

constexpr SampleReason kinds[]{
    {u"incorrect_query_logic", u"The list of articles comes without its filter: the query forgets the tag."},
    {u"database_runtime_error", u"A column that the code writes was never made; every insert fails."},
    {u"auth_misconfiguration", u"The token is read from the wrong place, so that signed-in users are refused."},
    {u"framework_idiosyncrasy", u"The framework refuses an empty JSON body before the handler runs."},
    {u"business_logic_defect", u"An update that the contract allows is refused by a check of its own."},
    {u"state_propagation_failure", u"A favourite is stored, but the article that is answered does not know it."}};

Label labelOf(const Run &run)
{
    SampleChance chance(run.key.task % run.key.configuration.model % QString::number(run.key.trial) % u"why");
    Label label{.codebook = studyCodebook().id, .version = studyCodebook().version};
    const auto is = [&label](const char16_t *code, const char16_t *memo) {
        label.code = QString::fromUtf16(code);
        label.memo = QString::fromUtf16(memo);
        return label;
    };
    if (run.passed == 0)
        return is(u"server_startup_failure", u"The server never answered: it ends while it starts.");
    if (run.failed == 0)
        return is(u"constraint_violation", u"Every test passes, but a layer reaches where it must not.");
    if (run.termination == Termination::LimitsExceeded && chance.happens(0.5))
        return is(u"stuck_in_loop", u"The same command comes again and again until the limit.");
    if (run.passed * 4 < run.assertions)
        return is(u"incomplete_implementation", u"Whole groups of endpoints answer 404: they were never written.");
    if (chance.happens(0.06))
        return is(u"schema_format_error", u"The answers lack the envelope that the contract asks for.");
    const auto &kind = kinds[static_cast<std::size_t>(chance.between(0, std::size(kinds) - 1))];
    is(u"logic_error", kind.memo);
    label.subcode = QString::fromUtf16(kind.code);
    return label;
}

/// Ids and times that do not differ from making to making.
LabelEvent sampleEvent(const QString &annotator, const ItemKey &item, LabelAction action, int number)
{
    auto event = makeLabelEvent(annotator, item, std::move(action));
    event.id
        = QUuid::createUuidV5(QUuid(), QString(annotator % QString::number(number))).toString(QUuid::WithoutBraces);
    event.time
        = QDateTime(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::UTC).addSecs(75LL * number).toString(Qt::ISODateWithMs);
    return event;
}

std::vector<LabelEvent> judgeLabels(const std::vector<SamplingUnit> &units)
{
    std::vector<LabelEvent> events;
    events.reserve(units.size());
    for (const auto &unit : units) {
        auto event = sampleEvent(judgeName, {},
            Imported{.label = labelOf(unit.run), .source = QStringLiteral("made up by Decayscope")},
            static_cast<int>(events.size()));
        event.target = unit.target;
        events.push_back(std::move(event));
    }
    return events;
}

/// An annotator who mostly sees what the judge saw.
Label secondLabel(const QString &annotator, const Run &run)
{
    auto label = labelOf(run);
    SampleChance chance(annotator % run.key.task % run.key.configuration.model % QString::number(run.key.trial));
    if (chance.happens(secondThoughts))
        label.subcode
            = QString::fromUtf16(kinds[static_cast<std::size_t>(chance.between(0, std::size(kinds) - 1))].code);
    label.confidence = chance.between(2, 3);
    label.evidence = {{.id = QStringLiteral("1"), .turn = chance.between(1, 4)}};
    label.blind = true;
    label.memo.clear();
    return label;
}

std::vector<LabelEvent> annotatorLabels(const Sample &sample, const std::vector<SamplingUnit> &units)
{
    std::vector<LabelEvent> events;
    for (const auto &queue : sample.queues) {
        SampleChance pace(queue.annotator);
        for (const auto &entry : queue.order) {
            const auto &target = sample.items[static_cast<std::size_t>(entry.item)].target;
            const auto unit = std::ranges::find(units, target, &SamplingUnit::target);
            const ItemKey key{sample.id, entry.item, entry.occurrence};
            const auto number = static_cast<int>(events.size());
            events.push_back(sampleEvent(queue.annotator, key, Opened{}, number));
            events.push_back(sampleEvent(queue.annotator, key, Spent{1000LL * pace.between(25, 140)}, number + 1));
            events.push_back(
                sampleEvent(queue.annotator, key, Committed{secondLabel(queue.annotator, unit->run)}, number + 2));
        }
    }
    return events;
}

Result<Sample> writeRound(Connection &connection, const std::vector<Run> &runs, const LabelBook &judged)
{
    auto design = logicErrorDesign(sampleAnnotators, 7);
    const auto units = samplingUnits(runs, judged, design.categoryBy);
    auto sample = drawSample(units, design, studyCodebook());
    if (!sample)
        return sample;
    sample->createdBy = QStringLiteral("Decayscope");
    sample->created = QStringLiteral("2026-03-02T08:00:00Z");
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    return writeSample(connection, *sample).and_then([&] { return transaction->commit(); }).transform([&] {
        return *sample;
    });
}

} // namespace

Result<> writeSampleLabels(Connection &connection)
{
    const auto study = readSnapshot(connection);
    if (!study)
        return std::unexpected(study.error());
    const auto units = samplingUnits(study->runs, {}, {});
    auto judge = judgeLabels(units);
    if (auto stored = appendLabelEvents(connection, judge); !stored)
        return stored;
    const auto judged = readLabelBook(connection);
    if (!judged)
        return std::unexpected(judged.error());
    const auto sample = writeRound(connection, study->runs, *judged);
    if (!sample)
        return std::unexpected(sample.error());
    auto labels = annotatorLabels(*sample, units);
    return appendLabelEvents(connection, labels);
}

} // namespace Decayscope
