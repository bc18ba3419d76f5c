// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newmancsvreader.h"

#include "assertionnames.h"
#include "csvtable.h"
#include "jsontext.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

enum Column {
    Name,
    Method,
    Url,
    Status,
    Code,
    Time,
    Size,
    Passed,
    Failed,
    Skipped,
    Total,
    PassedCount,
    FailedCount,
    SkippedCount
};

constexpr std::array<QByteArrayView, 14> columnNames{"requestName", "method", "url", "status", "code", "responseTime",
    "responseSize", "executed", "failed", "skipped", "totalAssertions", "executedCount", "failedCount", "skippedCount"};

QString textOf(const QByteArray &cell)
{
    auto text = QString::fromUtf8(cell);
    return text.replace(QChar(u'\0'), QChar(u' '));
}

std::optional<int> numberOf(const QByteArray &cell)
{
    bool isNumber = false;
    const auto number = cell.trimmed().toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

class ReportReader
{
public:
    explicit ReportReader(const std::vector<SuiteRequest> &suite)
        : m_suite(suite)
    { }

    NewmanReading run(QByteArrayView bytes);

private:
    void readHeader(const QList<QByteArray> &header);
    void readRow(const QList<QByteArray> &row);
    [[nodiscard]] QByteArray cell(const QList<QByteArray> &row, Column column) const;
    int count(const QList<QByteArray> &row, Column column);
    const SuiteRequest *requestOf(const QString &name);
    void checkAgainstCounts(const RequestResult &request);
    void warnAboutRows();
    void warnAboutSize();

    const std::vector<SuiteRequest> &m_suite;
    NewmanReading m_reading;
    std::array<qsizetype, columnNames.size()> m_place{};
    std::size_t m_nextOfSuite = 0;
    int m_unreadableCounts = 0;
    int m_disagreeing = 0;
    int m_known = 0;
};

NewmanReading ReportReader::run(QByteArrayView bytes)
{
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    const auto records = csvRecords(bytes);
    if (records.empty()) {
        m_reading.warnings.append(QStringLiteral("The report is empty."));
        return std::move(m_reading);
    }
    readHeader(records.front());
    for (std::size_t i = 1; i < records.size(); ++i)
        readRow(records[i]);
    warnAboutRows();
    warnAboutSize();
    return std::move(m_reading);
}

void ReportReader::readHeader(const QList<QByteArray> &header)
{
    QStringList missing;
    for (std::size_t i = 0; i < columnNames.size(); ++i) {
        m_place[i] = header.lastIndexOf(columnNames[i].toByteArray());
        if (m_place[i] < 0)
            missing.append(QString::fromLatin1(columnNames[i]));
    }
    if (!missing.isEmpty())
        m_reading.warnings.append(
            QStringLiteral("The report lacks the columns %1.").arg(missing.join(QLatin1StringView(", "))));
}

QByteArray ReportReader::cell(const QList<QByteArray> &row, Column column) const
{
    const auto place = m_place[column];
    return place >= 0 && place < row.size() ? row[place] : QByteArray();
}

int ReportReader::count(const QList<QByteArray> &row, Column column)
{
    const auto number = numberOf(cell(row, column));
    if (!number)
        ++m_unreadableCounts;
    return number.value_or(0);
}

void ReportReader::readRow(const QList<QByteArray> &row)
{
    RequestResult request{.name = textOf(cell(row, Name)),
        .method = textOf(cell(row, Method)),
        .url = textOf(cell(row, Url)),
        .status = textOf(cell(row, Status)),
        .code = numberOf(cell(row, Code)),
        .milliseconds = numberOf(cell(row, Time)),
        .bytes = numberOf(cell(row, Size)),
        .assertions = {},
        .total = count(row, Total),
        .passed = count(row, PassedCount),
        .failed = count(row, FailedCount),
        .skipped = count(row, SkippedCount)};
    const auto *known = requestOf(request.name);
    request.assertions = splitAssertions({.passed = textOf(cell(row, Passed)),
                                             .failed = textOf(cell(row, Failed)),
                                             .skipped = textOf(cell(row, Skipped))},
        known ? known->assertions : QStringList());
    checkAgainstCounts(request);
    m_reading.requests.push_back(std::move(request));
}

/// Names repeat, so the place in the report decides; requests left out are stepped over. After the last the suite
/// begins anew, as in a report of several iterations.
const SuiteRequest *ReportReader::requestOf(const QString &name)
{
    for (std::size_t step = 0; step < m_suite.size(); ++step) {
        const auto place = (m_nextOfSuite + step) % m_suite.size();
        if (m_suite[place].name == name) {
            m_nextOfSuite = place + 1;
            ++m_known;
            return &m_suite[place];
        }
    }
    return nullptr;
}

void ReportReader::checkAgainstCounts(const RequestResult &request)
{
    const auto has = [&request](AssertionOutcome outcome, int count) {
        return std::ranges::count(request.assertions, outcome, &AssertionResult::outcome) == count;
    };
    if (!has(AssertionOutcome::Passed, request.passed) || !has(AssertionOutcome::Failed, request.failed)
        || !has(AssertionOutcome::Skipped, request.skipped)
        || request.total != request.passed + request.failed + request.skipped)
        ++m_disagreeing;
}

void ReportReader::warnAboutRows()
{
    if (m_reading.requests.empty())
        m_reading.warnings.append(QStringLiteral("The report holds no request."));
    if (m_unreadableCounts > 0)
        m_reading.warnings.append(
            QStringLiteral("%1 counts are missing or no numbers; each counts as 0.").arg(m_unreadableCounts));
    if (m_disagreeing > 0) {
        m_reading.warnings.append(
            QStringLiteral("In %1 requests the assertions named and the counts disagree; scores follow the counts.")
                .arg(m_disagreeing));
    }
}

void ReportReader::warnAboutSize()
{
    int total = 0;
    for (const auto &request : m_reading.requests)
        total += request.total;
    if (m_known > 0 && total < assertionCount(m_suite)) {
        m_reading.warnings.append(QStringLiteral(
            "The report holds %1 of the suite's %2 assertions, in %3 of %4 requests; scores rest on these alone.")
                .arg(total)
                .arg(assertionCount(m_suite))
                .arg(m_reading.requests.size())
                .arg(m_suite.size()));
    }
}

} // namespace

NewmanReading readNewmanCsv(QByteArrayView bytes, const std::vector<SuiteRequest> &suite)
{
    return ReportReader(suite).run(bytes);
}

} // namespace Decayscope
