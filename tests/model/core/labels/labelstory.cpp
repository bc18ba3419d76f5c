// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <QTimeZone>

#include <algorithm>

namespace Decayscope::Test {

QString LabelStory::does(const QString &annotator, int item, LabelAction action, int occurrence)
{
    return does(annotator, {.sample = QStringLiteral("round-1"), .item = item, .occurrence = occurrence}, {},
        std::move(action));
}

QString LabelStory::does(
    const QString &annotator, const ItemKey &item, const LabelTarget &target, LabelAction action, const QString &stream)
{
    auto event = makeLabelEvent(annotator, item, std::move(action));
    event.stream = stream.isEmpty() ? u"stream of " + annotator : stream;
    event.target = target;
    event.time
        = QDateTime(QDate(2026, 4, 1), QTime(12, 0), QTimeZone::UTC).addSecs(++m_clock).toString(Qt::ISODateWithMs);
    event.number = 1;
    for (const auto &earlier : m_events) {
        if (earlier.stream != event.stream)
            continue;
        event.number = earlier.number + 1;
        event.previous = earlier.hash;
    }
    event.hash = labelEventHash(event);
    m_events.push_back(event);
    return event.id;
}

LabelLog LabelStory::log() const
{
    LabelLog log;
    log.add(m_events);
    return log;
}

Label aLabel(const QString &code, const QString &subcode, bool blind)
{
    return {.code = code,
        .subcode = subcode,
        .codebook = studyCodebook().id,
        .version = 1,
        .confidence = 2,
        .memo = {},
        .evidence = {},
        .blind = blind};
}

QString printed(const Label &label)
{
    QString text = label.code.isEmpty() ? QStringLiteral("–") : label.code;
    if (!label.subcode.isEmpty())
        text += u'/' + label.subcode;
    if (label.confidence > 0)
        text += u" c" + QString::number(label.confidence);
    if (!label.memo.isEmpty())
        text += u" \"" + label.memo + u'"';
    for (const auto &place : label.evidence)
        text += u" [" + evidenceTitle(place) + u']';
    return text;
}

QString printed(const ItemState &state)
{
    QStringList parts{u"draft " + printed(state.draft)};
    if (state.committed)
        parts.append(u"committed " + printed(*state.committed) + (state.committed->blind ? u" blind" : u" seen"));
    if (state.skipped)
        parts.append(u"skipped: " + *state.skipped);
    const std::pair<bool, const char16_t *> marks[]{{state.isOpened, u"opened"}, {state.isFlagged, u"flagged"},
        {state.isRevealed, u"revealed"}, {state.isHalfMade(), u"half-made"}, {state.isDone(), u"done"}};
    for (const auto &[is, name] : marks) {
        if (is)
            parts.append(QString::fromUtf16(name));
    }
    if (state.milliseconds > 0)
        parts.append(QString::number(state.milliseconds) + u" ms");
    return parts.join(u"; ");
}

QStringList printed(const std::vector<LabelRow> &rows)
{
    QStringList lines;
    for (const auto &row : rows) {
        QString place
            = row.target.configuration.model + u' ' + row.target.task + u' ' + QString::number(row.target.trial);
        if (!row.target.date.isEmpty())
            place += u" of " + row.target.date;
        lines.append(row.annotator + u": " + place + (row.run ? u" #" + QString::number(row.run->value) : QString())
            + u" = " + printed(row.label));
    }
    return lines;
}

LabelTarget target(const QString &model, int trial, const QString &task)
{
    return {.runtime = QStringLiteral("uv"),
        .configuration = {.scaffold = QStringLiteral("mini_swe_sdk"), .model = model},
        .task = task,
        .trial = trial,
        .date = {}};
}

Sample aSample(int items, const QStringList &annotators, bool blind)
{
    Sample sample;
    sample.design.title = QStringLiteral("First round");
    sample.design.annotators = annotators;
    sample.design.blind = blind;
    sample.codebook = studyCodebook().id;
    sample.strata = {{.name = QStringLiteral("all"), .population = items * 2, .drawn = items}};
    for (int item = 0; item < items; ++item)
        sample.items.push_back(
            {.target = target(QStringLiteral("gpt-x"), item), .stratum = 0, .weight = 2, .family = {}});
    for (const auto &annotator : annotators) {
        AnnotatorQueue queue{.annotator = annotator, .order = {}};
        for (int item = 0; item < items; ++item)
            queue.order.push_back({.item = item, .occurrence = 0});
        std::ranges::reverse(queue.order);
        sample.queues.push_back(queue);
    }
    return sealed(sample);
}

} // namespace Decayscope::Test
