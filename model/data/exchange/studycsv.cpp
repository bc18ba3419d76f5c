// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studycsv.h"

#include "csvrows.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Where the columns stand in a header row; -1 for none.
struct ColumnPlaces
{
    qsizetype agent = -1;
    qsizetype model = -1;
    qsizetype runtime = -1;
    qsizetype task = -1;
    qsizetype runId = -1;
    qsizetype category = -1;
    qsizetype subcategory = -1;
    qsizetype reasoning = -1;

    explicit ColumnPlaces(const QStringList &header)
    {
        const std::array<std::pair<QStringView, qsizetype *>, 8> places{
            {{u"agent", &agent}, {u"model", &model}, {u"runtime", &runtime}, {u"task", &task}, {u"run_id", &runId},
                {u"category", &category}, {u"subcategory", &subcategory}, {u"reasoning", &reasoning}}};
        for (const auto &[name, place] : places) {
            const auto isName = [name](const QString &cell) { return cell.trimmed() == name; };
            const auto found = std::ranges::find_if(header, isName);
            *place = found == header.end() ? -1 : std::distance(header.begin(), found);
        }
    }

    [[nodiscard]] bool areThere() const
    {
        const auto isThere = [](qsizetype place) { return place >= 0; };
        return std::ranges::all_of(std::array{agent, model, runtime, task, runId}, isThere)
            && (isThere(category) || isThere(subcategory));
    }
};

/// The longest header row that is looked for.
constexpr qsizetype longestHeader = 4096;

QString cellAt(const QStringList &cells, qsizetype place)
{
    return place >= 0 && place < cells.size() ? cells[place] : QString();
}

/// Reads the rows of one file.
class StudyRows
{
public:
    StudyRows(QString path, LabelOrigin origin, const Codebook &codebook, const ColumnPlaces &places)
        : m_path(std::move(path))
        , m_origin(std::move(origin))
        , m_codebook(codebook)
        , m_places(places)
    { }

    void take(const CsvRow &row)
    {
        const auto label = read(row);
        if (!label)
            return;
        if (const auto unknown = unknownCategory(*label, m_codebook))
            warn(row, *unknown);
        m_file.events.push_back(importedEvent(*label, m_origin, m_codebook));
        ++m_file.labels;
    }

    [[nodiscard]] LabelFile taken() { return std::move(m_file); }

private:
    std::optional<PlainLabel> read(const CsvRow &row)
    {
        const auto cell = [&](qsizetype place) { return cellAt(row.cells, place).trimmed(); };
        const auto trial = trialOfRunId(cell(m_places.runId));
        PlainLabel label{.target = {.runtime = cell(m_places.runtime),
                             .configuration = {cell(m_places.agent), cell(m_places.model)},
                             .task = cell(m_places.task),
                             .trial = trial.value_or(0)},
            .category = cell(m_places.category),
            .subcategory = cell(m_places.subcategory),
            .reasoning = cellAt(row.cells, m_places.reasoning)};
        if (row.isBroken)
            return refuse(row, u"Its quotes do not match. Mend the file or export it again."_s);
        if (!trial)
            return refuse(row, u"\"%1\" is no run: run_id must be run_ and a number."_s.arg(cell(m_places.runId)));
        if (const auto problem = problemOf(label))
            return refuse(row, *problem);
        return label;
    }

    std::nullopt_t refuse(const CsvRow &row, const QString &reason)
    {
        warn(row, reason + u" The row is left out.");
        return std::nullopt;
    }

    void warn(const CsvRow &row, const QString &reason)
    {
        m_file.warnings.push_back({m_path, u"Line %1: %2"_s.arg(row.line).arg(reason)});
    }

    const QString m_path;
    const LabelOrigin m_origin;
    const Codebook &m_codebook;
    const ColumnPlaces m_places;
    LabelFile m_file;
};

} // namespace

bool isStudyCsv(QByteArrayView head)
{
    auto end = head.indexOf('\n');
    if (end < 0)
        end = head.size();
    if (end > longestHeader)
        return false;
    const auto rows = csvRows(head.first(end));
    return !rows.empty() && ColumnPlaces(rows.front().cells).areThere();
}

int precedenceOfFile(QStringView fileName)
{
    return fileName.startsWith(u"logic_subcategories_") ? 1 : 0;
}

Result<LabelFile> readStudyCsv(
    QByteArrayView text, const QString &path, const LabelOrigin &origin, const Codebook &codebook)
{
    const auto rows = csvRows(text);
    if (!isStudyCsv(text.first(std::min(text.size(), longestHeader))) || rows.empty())
        return failure(ErrorKind::InvalidInput,
            u"\"%1\" is no label file: its first line must name the columns %2 (or subcategory)."_s.arg(
                path, studyColumns(u"category"_s).join(u", "_s)));
    StudyRows taker(path, origin, codebook, ColumnPlaces(rows.front().cells));
    for (std::size_t i = 1; i < rows.size(); ++i)
        taker.take(rows[i]);
    return taker.taken();
}

QStringList studyColumns(const QString &category)
{
    return {u"agent"_s, u"model"_s, u"runtime"_s, u"task"_s, u"run_id"_s, category, u"reasoning"_s};
}

} // namespace Decayscope
