// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishingdesk.h"

#include "exportedfiles.h"
#include "programjob.h"
#include "studycontroller.h"

#include <exporting/bundledialog.h>
#include <exporting/reportdialog.h>
#include <publishing/filterfile.h>
#include <widgets/filterwords.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

constexpr int cancelledStatus = 130;
constexpr int findingsStatus = 1;
constexpr qsizetype mostTold = 5;

QString folderOf(const StudySnapshot &study)
{
    return study.isSample ? QDir::homePath() : QFileInfo(study.path).path();
}

QString scopeWords(const StudySnapshot &study, const RunFilter &filter, ScoreChoice score)
{
    const auto words = filterSentence(filter);
    return PublishingDesk::tr("%1 · %2 · %3")
        .arg(study.name, words.isEmpty() ? PublishingDesk::tr("all runs") : words, scoreMetricTitle(score));
}

QStringList differencesIn(const QByteArray &answer)
{
    QStringList differences;
    const auto list = QJsonDocument::fromJson(answer).object().value(u"differences").toArray();
    for (const auto &difference : list)
        differences << difference.toString();
    return differences;
}

/// The first few, and how many more there are.
QString shortened(const QStringList &sentences)
{
    const auto left = sentences.size() - mostTold;
    auto told = sentences.first(std::min(sentences.size(), mostTold));
    if (left > 0)
        told << PublishingDesk::tr("%n more.", nullptr, static_cast<int>(left));
    return told.join(u' ');
}

} // namespace

PublishingDesk::PublishingDesk(StudyController &study, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_window(window)
    , m_job(new ProgramJob(this))
{
    connect(m_job, &ProgramJob::progressed, this, [this](int done, int total, const QString &what) {
        if (m_working)
            m_working->setProgress(done, total, what);
    });
    connect(m_job, &ProgramJob::finished, this,
        [this](const ProgramAnswer &answer) { finish(answer.status, answer.answer, answer.sentences); });
}

PublishingDesk::~PublishingDesk() = default;

BundleDialog *PublishingDesk::bundleDialog() const
{
    return m_bundle;
}

ReportDialog *PublishingDesk::reportDialog() const
{
    return m_report;
}

bool PublishingDesk::mayStart()
{
    if (m_job->isRunning())
        emit problem(tr("A bundle or a report is being made. Wait for it, or cancel it."));
    return !m_job->isRunning() && m_study.snapshot();
}

void PublishingDesk::prepare(WorkDialog &dialog, const RunFilter &filter, ScoreChoice score)
{
    m_filter = filter;
    m_score = score;
    dialog.setScope(scopeWords(*m_study.snapshot(), filter, score));
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    connect(&dialog, &WorkDialog::cancelRequested, m_job, &ProgramJob::cancel);
    dialog.show();
}

void PublishingDesk::openBundle(const RunFilter &filter, ScoreChoice score)
{
    if (m_bundle)
        return m_bundle->raise();
    if (!mayStart())
        return;
    const auto &study = *m_study.snapshot();
    m_bundle = new BundleDialog(venuePresets(), m_window);
    m_bundle->setFolder(QDir(folderOf(study)).filePath(QFileInfo(study.path).completeBaseName() + u"-bundle"));
    connect(m_bundle, &WorkDialog::startRequested, this, [this] {
        const auto request = m_bundle->request();
        m_path = request.folder;
        QStringList arguments{QStringLiteral("bundle"), QStringLiteral("build"), m_path};
        if (!request.preset.isEmpty())
            arguments << QStringLiteral("--preset") << request.preset;
        if (request.anonymous)
            arguments << QStringLiteral("--anonymous");
        for (const auto &word : request.identities)
            arguments << QStringLiteral("--identity") << word;
        start(Work::Bundle, arguments + scopeArguments(), m_bundle);
    });
    prepare(*m_bundle, filter, score);
}

void PublishingDesk::openReport(const RunFilter &filter, ScoreChoice score)
{
    if (m_report)
        return m_report->raise();
    if (!mayStart())
        return;
    const auto &study = *m_study.snapshot();
    m_report = new ReportDialog(m_window);
    m_report->setFile(QDir(folderOf(study)).filePath(QFileInfo(study.path).completeBaseName() + u"-report.html"));
    connect(m_report, &WorkDialog::startRequested, this, [this] {
        const auto request = m_report->request();
        m_path = request.file;
        QStringList arguments{QStringLiteral("report"), QStringLiteral("-o"), m_path};
        if (request.anonymous)
            arguments << QStringLiteral("--anonymous");
        start(Work::Report, arguments + scopeArguments(), m_report);
    });
    prepare(*m_report, filter, score);
}

void PublishingDesk::verifyBundle(const QString &folder)
{
    if (!mayStart())
        return;
    m_path = folder;
    emit told(tr("%1 is being verified …").arg(QDir::toNativeSeparators(folder)));
    start(Work::Verification, {QStringLiteral("bundle"), QStringLiteral("verify"), folder}, nullptr);
}

/// Filter and score as options; the filter by a file, since it may hold more than options can say.
QStringList PublishingDesk::scopeArguments() const
{
    QStringList arguments;
    if (m_score == ScoreChoice::Raw)
        arguments << QStringLiteral("--raw");
    if (m_score == ScoreChoice::Syntax)
        arguments << QStringLiteral("--verifiers") << QStringLiteral("syntax");
    const auto path = m_scratch.filePath(QStringLiteral("filter.json"));
    if (!m_filter.restrictsNothing() && writeExported({.path = path, .bytes = filterDocument(m_filter)}))
        arguments << QStringLiteral("--filter") << path;
    return arguments;
}

void PublishingDesk::start(Work work, QStringList arguments, WorkDialog *dialog)
{
    m_work = work;
    m_working = dialog;
    m_job->start(QStringList{QStringLiteral("--store"), m_study.snapshot()->path} + std::move(arguments));
}

void PublishingDesk::finish(int status, const QByteArray &answer, const QStringList &sentences)
{
    QString words;
    const bool isWell = status == 0;
    if (isWell)
        words = successWords(answer);
    else if (status == cancelledStatus)
        words = tr("Cancelled: nothing was written.");
    else if (m_work == Work::Verification && status == findingsStatus)
        words = tr("%1 differs. %2").arg(QDir::toNativeSeparators(m_path), shortened(differencesIn(answer)));
    else
        words = sentences.isEmpty() ? tr("It ended without a word (status %1).").arg(status) : shortened(sentences);
    if (m_working)
        m_working->showResult(words, !isWell);
    else if (isWell)
        emit told(words);
    else
        emit problem(words);
}

QString PublishingDesk::successWords(const QByteArray &answer) const
{
    const auto path = QDir::toNativeSeparators(m_path);
    const auto files = static_cast<int>(QJsonDocument::fromJson(answer).object().value(u"files").toArray().size());
    switch (m_work) {
    case Work::Bundle:
        return tr("%n file(s) written to %1.", nullptr, files).arg(path);
    case Work::Report:
        return tr("The report was written to %1.").arg(path);
    case Work::Verification:
        break;
    }
    return tr("%1 holds: every file is as it was written, and comes out the same when it is made again.").arg(path);
}

} // namespace Decayscope
