// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports.h"

#include "jsontext.h"
#include "junitreader.h"
#include "newmancsvreader.h"
#include "newmanhtmlreader.h"
#include "newmanjsonreader.h"
#include "reportmerging.h"
#include "runsource.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

namespace Decayscope {

namespace {

constexpr QByteArrayView csvStart{"iteration,collectionName,requestName"};
constexpr qsizetype headBytes = 4096;

QByteArrayView trimmedStart(QByteArrayView text)
{
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    const auto *start
        = std::ranges::find_if_not(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return text.sliced(start - text.begin());
}

/// The collection comes first in Newman's JSON; other exports begin with other words.
bool startsLikeNewman(QByteArrayView text)
{
    const auto inner = trimmedStart(text.sliced(1));
    return inner.startsWith("\"collection\"")
        || (inner.startsWith("\"run\"") && (text.contains("\"stats\"") || text.contains("\"executions\"")));
}

/// Steps over the declaration and comments to the root element.
bool hasJunitRoot(QByteArrayView text)
{
    while (text.startsWith("<?") || text.startsWith("<!--")) {
        const auto end = text.startsWith("<?") ? text.indexOf("?>") : text.indexOf("-->");
        if (end < 0)
            return false;
        text = trimmedStart(text.sliced(end + 2));
        if (text.startsWith('>'))
            text = trimmedStart(text.sliced(1));
    }
    return text.startsWith("<testsuite");
}

bool startsLikePage(QByteArrayView text)
{
    const auto head = text.first(std::min<qsizetype>(text.size(), 15)).toByteArray().toLower();
    return head.startsWith("<!doctype html") || head.startsWith("<html");
}

/// The time in `newman-run-report-2026-11-22-08-14-04-420-0.csv`.
std::optional<QDateTime> timeOf(const QString &path)
{
    constexpr QLatin1StringView prefix{"newman-run-report-"};
    constexpr QLatin1StringView shape{"yyyy-MM-dd-HH-mm-ss"};
    const auto at = path.indexOf(prefix);
    if (at < 0 || path.size() < at + prefix.size() + shape.size())
        return {};
    const auto time = QDateTime::fromString(path.mid(at + prefix.size(), shape.size()), QString(shape));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Reporters of one suite run write within moments of each other.
bool areOfOneRun(const QString &a, const QString &b)
{
    const auto first = timeOf(a);
    const auto second = timeOf(b);
    return !first || !second || std::abs(first->secsTo(*second)) <= 60;
}

struct Candidate
{
    ReportFormat format;
    const RawFile *file;
};

NewmanReading readAs(ReportFormat format, QByteArrayView bytes, const std::vector<SuiteRequest> &suite)
{
    switch (format) {
    case ReportFormat::NewmanCsv:
        return readNewmanCsv(bytes, suite);
    case ReportFormat::NewmanJson:
        return readNewmanJson(bytes);
    case ReportFormat::Junit:
        return readJunit(bytes);
    case ReportFormat::NewmanHtml:
        return readNewmanHtml(bytes);
    case ReportFormat::None:
        break;
    }
    return {.requests = {}, .warnings = {QStringLiteral("It is no report of Newman, nor a JUnit report.")}};
}

/// A CSV report may be damaged from its first byte on: there the name says what it should be.
ReportFormat formatOf(const RawFile &file)
{
    return file.path.endsWith(QLatin1StringView(".csv"))
        ? ReportFormat::NewmanCsv
        : reportFormatOf(QByteArrayView(file.bytes).first(std::min(file.bytes.size(), headBytes)));
}

class ReportsReader
{
public:
    ReportsReader(const std::vector<const RawFile *> &files, const std::vector<SuiteRequest> &suite);
    ReportsReading run();

private:
    [[nodiscard]] const RawFile *newest(ReportFormat format) const;
    void readCounted();
    void fillFromReport(ReportFormat format, const RawFile &file);
    void warn(const RawFile &file, const QString &reason) { m_reading.warnings.push_back({file.path, reason}); }

    const std::vector<SuiteRequest> &m_suite;
    std::vector<Candidate> m_candidates; ///< Newest first.
    ReportsReading m_reading;
};

ReportsReader::ReportsReader(const std::vector<const RawFile *> &files, const std::vector<SuiteRequest> &suite)
    : m_suite(suite)
{
    for (const auto *file : files)
        m_candidates.push_back({formatOf(*file), file});
    std::ranges::reverse(m_candidates);
}

ReportsReading ReportsReader::run()
{
    readCounted();
    if (!m_reading.counted)
        return std::move(m_reading);
    for (const auto format : {ReportFormat::NewmanJson, ReportFormat::Junit, ReportFormat::NewmanHtml}) {
        for (const auto &[its, file] : m_candidates) {
            if (its != format || file == m_reading.counted || !areOfOneRun(file->path, m_reading.counted->path))
                continue;
            // The last two say nothing else that is worth their reading.
            if (format == ReportFormat::NewmanJson || lacksMessages(m_reading.requests))
                fillFromReport(its, *file);
            break;
        }
    }
    return std::move(m_reading);
}

const RawFile *ReportsReader::newest(ReportFormat format) const
{
    const auto found = std::ranges::find(m_candidates, format, &Candidate::format);
    return found == m_candidates.end() ? nullptr : found->file;
}

void ReportsReader::readCounted()
{
    for (const auto format : {ReportFormat::NewmanCsv, ReportFormat::NewmanJson, ReportFormat::Junit}) {
        const auto *file = newest(format);
        if (!file)
            continue;
        auto reading = readAs(format, file->bytes, m_suite);
        m_reading.requests = std::move(reading.requests);
        m_reading.counted = file;
        if (format != ReportFormat::NewmanCsv)
            warn(*file, QStringLiteral("It gives the run's scores, for there is no CSV report."));
        for (const auto &reason : std::as_const(reading.warnings))
            warn(*file, reason);
        return;
    }
}

void ReportsReader::fillFromReport(ReportFormat format, const RawFile &file)
{
    const auto other = readAs(format, file.bytes, m_suite);
    for (const auto &reason : other.warnings)
        warn(file, reason);
    const auto homeless = fillFrom(m_reading.requests, other.requests);
    if (homeless > 0)
        warn(file,
            QStringLiteral("It has %1 failures that \"%2\" does not have; the latter counts.")
                .arg(homeless)
                .arg(m_reading.counted->path));
}

} // namespace

ReportFormat reportFormatOf(QByteArrayView head)
{
    const auto text = trimmedStart(head);
    if (text.startsWith(csvStart))
        return ReportFormat::NewmanCsv;
    if (text.startsWith('{'))
        return startsLikeNewman(text) ? ReportFormat::NewmanJson : ReportFormat::None;
    if (startsLikePage(text))
        return ReportFormat::NewmanHtml;
    return hasJunitRoot(text) ? ReportFormat::Junit : ReportFormat::None;
}

bool looksLikeReport(QByteArrayView head)
{
    const auto format = reportFormatOf(head);
    return format != ReportFormat::None && format != ReportFormat::NewmanHtml;
}

NewmanReading readReport(QByteArrayView bytes)
{
    return readAs(reportFormatOf(bytes.first(std::min(bytes.size(), headBytes))), bytes, conduitSuite());
}

ReportsReading readReports(const std::vector<const RawFile *> &files, const std::vector<SuiteRequest> &suite)
{
    return ReportsReader(files, suite).run();
}

} // namespace Decayscope
