// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conduitsuite.h"
#include "newmanreading.h"

namespace Decayscope {

struct RawFile;

enum class ReportFormat : quint8 { None, NewmanCsv, NewmanJson, Junit, NewmanHtml };

/// By the first bytes of a file, of which 4096 are plenty; never by its name. HTML cannot be told by them.
[[nodiscard]] ReportFormat reportFormatOf(QByteArrayView head);

/// Whether a file that begins like this is a report that gives requests by itself.
[[nodiscard]] bool looksLikeReport(QByteArrayView head);

/// Reads a report of any of the formats; without requests, and with a warning, where it is none.
[[nodiscard]] NewmanReading readReport(QByteArrayView bytes);

/// The requests of a run from all its reports. Warnings come with the file they are about.
struct ReportsReading
{
    std::vector<RequestResult> requests;
    std::vector<ImportIssue> warnings;
    const RawFile *counted = nullptr; ///< The report whose requests these are; null where there is none.
};

/// The newest CSV report gives the requests, for the study's scores rest on it; without one the newest JSON, then the
/// newest JUnit report does. The others, where their names say that they are of the same minute, add why assertions
/// failed, and status and times. `files` are of one run, of all formats, in the order of their names, which are times.
/// `suite` is the one that was run; empty where it is not known.
[[nodiscard]] ReportsReading readReports(
    const std::vector<const RawFile *> &files, const std::vector<SuiteRequest> &suite = conduitSuite());

} // namespace Decayscope
