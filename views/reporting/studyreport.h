// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <domain/studysnapshot.h>
#include <figures/figurecatalogue.h>
#include <labels/labelbook.h>

#include <QDateTime>

namespace Decayscope {

/// What a report of a study is made of.
struct StudyReportRequest
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    bool analyses = true; ///< With the analyses beyond the study's tables, which are most of the pages and of the time.
    bool anonymous = false; ///< Without names of users, hosts, paths and annotators, and without free texts.
    QStringList identities; ///< Further words that must not occur in an anonymous report.
    QString program; ///< "Decayscope 0.1.0".
    QDateTime made;
};

enum class StudyReportFormat : quint8 { Html, Pdf };

/// A study for readers without this program, in one file that refers to nothing outside and runs no script: what was
/// run, headline, decay, constraints, frameworks, failures, agreement, tables, methods and how every number was made.
/// HTML is light or dark as the reader's browser is; PDF is A4 with vector figures. The same input gives the same
/// bytes. Needs a QApplication; paints in the calling thread. Errors: a font that is not installed,
/// an identity that could not be removed from an anonymous report (Refused), Cancelled.
[[nodiscard]] Result<QByteArray> studyReport(const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels,
    const StudyReportRequest &request, StudyReportFormat format, const Progress &progress);

} // namespace Decayscope
