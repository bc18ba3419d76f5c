// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runassembly.h"

#include <domain/evaluationjson.h>
#include <suite/suitereports.h>

#include <QCryptographicHash>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

void keep(RunBundle &run, DocumentKind kind, const QString &path, QByteArray bytes)
{
    run.bytes += bytes.size();
    run.documents.push_back({.kind = kind, .path = path, .bytes = std::move(bytes), .parts = {}});
}

QByteArray hashOf(const std::vector<Document> &documents)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &document : documents) {
        hash.addData(document.path.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(document.bytes);
    }
    return hash.result();
}

} // namespace

RunBundle assembledRun(
    const EvaluationRequest &request, EvaluationOutcome outcome, const QString &collection, const QDateTime &time)
{
    RunBundle run{.key = request.key, .task = request.task, .origin = codePath(request), .contentHash = {}};
    const auto &[scaffold, model] = request.key.configuration;
    const auto &scored = outcome.record.suites.front();
    run.requests = requestResults(scored);
    const QString report = u"newman-run-report-" % time.toUTC().toString(u"yyyy-MM-dd-HH-mm-ss-zzz"_s) % u"-0.csv";
    keep(run, DocumentKind::Patch, scaffold % u'-' % request.task.name % u".patch", std::move(outcome.patch));
    keep(run, DocumentKind::Report, report, csvReport(scored, collection));
    // The study's name of it, whatever the contract: importers know it by that.
    keep(run, DocumentKind::ServerLog, u"conduit.log"_s, std::move(outcome.serverLog));
    keep(run, DocumentKind::SetupLog, u"setup.log"_s, std::move(outcome.setUpLog));
    keep(run, DocumentKind::Evaluation, u"evaluation.json"_s, evaluationDocument(outcome.record));
    run.contentHash = hashOf(run.documents);
    run.verdicts = std::move(outcome.verdicts);
    run.syntaxVerdicts = std::move(outcome.syntaxVerdicts);
    return run;
}

} // namespace Decayscope
