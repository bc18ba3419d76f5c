// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelcsv.h"

#include "csvrows.h"
#include "studycsv.h"

#include <labels/labeljson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Names of categories as files have them.
class CategoryNames
{
public:
    explicit CategoryNames(const LabelBook &book)
        : m_book(book)
    { }

    [[nodiscard]] QString category(const Label &label) const { return nameOf(label, label.code); }
    [[nodiscard]] QString subcategory(const Label &label) const { return nameOf(label, label.subcode); }

private:
    /// The name it had when the label was made.
    [[nodiscard]] QString nameOf(const Label &label, const QString &id) const
    {
        const auto *codebook = m_book.codebook(label.codebook, label.version);
        const auto *code = codebook ? codebook->find(id) : nullptr;
        return code ? code->name : id;
    }

    const LabelBook &m_book;
};

/// The runs of labels by their ids.
class RunsById
{
public:
    explicit RunsById(std::span<const Run> runs)
    {
        for (const auto &run : runs)
            m_runs.emplace(run.id.value, &run);
    }

    [[nodiscard]] const Run *find(const LabelRow &row) const
    {
        const auto found = row.run ? m_runs.find(row.run->value) : m_runs.end();
        return found == m_runs.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<qint64, const Run *> m_runs;
};

QString yesOrNo(bool value)
{
    return value ? u"yes"_s : u"no"_s;
}

QString runIdOf(const LabelTarget &target)
{
    return u"run_"_s + QString::number(target.trial);
}

QStringList studyCells(const LabelRow &row, const QString &category, const QString &reasoning)
{
    const auto &target = row.target;
    return {target.configuration.scaffold, target.configuration.model, target.runtime, target.task, runIdOf(target),
        category, reasoning};
}

/// What was said of the failure itself, where the kind of logic error has reasons of its own.
QString coarseReasoning(const LabelRow &row)
{
    return row.coarseMemo.isEmpty() ? row.label.memo : row.coarseMemo;
}

QString dateOf(const LabelRow &row, const Run *run)
{
    return run ? run->key.date : row.target.date;
}

QString evidenceCell(const Label &label)
{
    QStringList titles;
    for (const auto &evidence : label.evidence)
        titles += evidenceTitle(evidence);
    return titles.join(u"; "_s);
}

QJsonObject evidenceObject(const Evidence &evidence)
{
    return {{u"kind"_s, evidenceKindName(evidence.kind)}, {u"place"_s, evidence.place}, {u"turn"_s, evidence.turn},
        {u"first_line"_s, evidence.firstLine}, {u"last_line"_s, evidence.lastLine}, {u"quote"_s, evidence.quote}};
}

QJsonObject labelObject(const LabelRow &row, const CategoryNames &names, const Run *run)
{
    const auto &[runtime, configuration, task, trial, date] = row.target;
    const auto &label = row.label;
    const auto subcategory = names.subcategory(label);
    QJsonArray evidence;
    for (const auto &place : label.evidence)
        evidence.append(evidenceObject(place));
    QJsonObject object{{u"annotator"_s, row.annotator}, {u"sample"_s, row.item.sample}, {u"item"_s, row.item.item},
        {u"occurrence"_s, row.item.occurrence}, {u"agent"_s, configuration.scaffold}, {u"model"_s, configuration.model},
        {u"runtime"_s, runtime}, {u"task"_s, task}, {u"run_id"_s, runIdOf(row.target)}, {u"date"_s, dateOf(row, run)},
        {u"in_store"_s, row.run.has_value()}, {u"category"_s, names.category(label)},
        {u"subcategory"_s, subcategory.isEmpty() ? QJsonValue() : QJsonValue(subcategory)},
        {u"codebook"_s, label.codebook}, {u"codebook_version"_s, label.version}, {u"confidence"_s, label.confidence},
        {u"blind"_s, label.blind}, {u"imported"_s, row.isImported}, {u"flagged"_s, row.isFlagged},
        {u"time"_s, row.time}, {u"milliseconds"_s, row.milliseconds}, {u"memo"_s, label.memo},
        {u"evidence"_s, evidence}};
    if (label.judged)
        object.insert(u"judged"_s, judgeRecordJson(*label.judged));
    return object;
}

QStringList longCells(const LabelRow &row, const CategoryNames &names, const Run *run)
{
    const auto &target = row.target;
    const auto &label = row.label;
    const auto isSampled = !row.item.sample.isEmpty();
    return {spreadsheetText(row.annotator), row.item.sample, isSampled ? QString::number(row.item.item) : QString(),
        isSampled || row.item.occurrence > 0 ? QString::number(row.item.occurrence) : QString(),
        spreadsheetText(target.configuration.scaffold), spreadsheetText(target.configuration.model),
        spreadsheetText(target.runtime), spreadsheetText(target.task), runIdOf(target), dateOf(row, run),
        yesOrNo(row.run.has_value()), spreadsheetText(names.category(label)), spreadsheetText(names.subcategory(label)),
        label.codebook, QString::number(label.version),
        label.confidence > 0 ? QString::number(label.confidence) : QString(), yesOrNo(label.blind),
        yesOrNo(row.isImported), yesOrNo(row.isFlagged), row.time, QString::number(row.milliseconds),
        spreadsheetText(evidenceCell(label)), spreadsheetText(label.memo)};
}

} // namespace

QByteArray failureCsv(const LabelBook &book, std::span<const LabelRow> rows)
{
    const CategoryNames names(book);
    auto csv = csvRowBytes(studyColumns(u"category"_s));
    for (const auto &row : rows)
        csv += csvRowBytes(studyCells(row, names.category(row.label), coarseReasoning(row)));
    return csv;
}

QByteArray subcategoryCsv(const LabelBook &book, std::span<const LabelRow> rows)
{
    const CategoryNames names(book);
    auto csv = csvRowBytes(studyColumns(u"subcategory"_s));
    for (const auto &row : rows) {
        if (!row.label.subcode.isEmpty())
            csv += csvRowBytes(studyCells(row, names.subcategory(row.label), row.label.memo));
    }
    return csv;
}

QByteArray longCsv(const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs)
{
    const CategoryNames names(book);
    const RunsById byId(runs);
    auto csv = csvRowBytes({u"annotator"_s, u"sample"_s, u"item"_s, u"occurrence"_s, u"agent"_s, u"model"_s,
        u"runtime"_s, u"task"_s, u"run_id"_s, u"date"_s, u"in_store"_s, u"category"_s, u"subcategory"_s, u"codebook"_s,
        u"codebook_version"_s, u"confidence"_s, u"blind"_s, u"imported"_s, u"flagged"_s, u"time"_s, u"milliseconds"_s,
        u"evidence"_s, u"memo"_s});
    for (const auto &row : rows)
        csv += csvRowBytes(longCells(row, names, byId.find(row)));
    return csv;
}

QByteArray wideCsv(const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs)
{
    const CategoryNames names(book);
    const RunsById byId(runs);
    std::map<LabelTarget, std::map<QString, const LabelRow *>> byTarget;
    std::map<QString, bool> annotators;
    for (const auto &row : rows) {
        byTarget[row.target].try_emplace(row.annotator, &row);
        annotators.emplace(row.annotator, true);
    }
    QStringList header{u"agent"_s, u"model"_s, u"runtime"_s, u"task"_s, u"run_id"_s, u"date"_s, u"in_store"_s};
    for (const auto &[annotator, present] : annotators)
        header += {spreadsheetText(annotator + u" category"), spreadsheetText(annotator + u" subcategory"),
            spreadsheetText(annotator + u" blind")};
    auto csv = csvRowBytes(header);
    for (const auto &[target, labels] : byTarget) {
        const auto &first = *labels.begin()->second;
        QStringList cells{spreadsheetText(target.configuration.scaffold), spreadsheetText(target.configuration.model),
            spreadsheetText(target.runtime), spreadsheetText(target.task), runIdOf(target),
            dateOf(first, byId.find(first)), yesOrNo(first.run.has_value())};
        for (const auto &[annotator, present] : annotators) {
            const auto found = labels.find(annotator);
            if (found == labels.end())
                cells += {QString(), QString(), QString()};
            else
                cells += {spreadsheetText(names.category(found->second->label)),
                    spreadsheetText(names.subcategory(found->second->label)), yesOrNo(found->second->label.blind)};
        }
        csv += csvRowBytes(cells);
    }
    return csv;
}

QByteArray labelJsonLines(const LabelBook &book, std::span<const LabelRow> rows, std::span<const Run> runs)
{
    const CategoryNames names(book);
    const RunsById byId(runs);
    QByteArray lines;
    for (const auto &row : rows)
        lines += QJsonDocument(labelObject(row, names, byId.find(row))).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

} // namespace Decayscope
