// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importpanel.h"

#include "issuedisplayproxy.h"

#include <items/issuemodel.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Decayscope {

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < 60)
        return ImportPanel::tr("%1 s").arg(whole);
    if (whole < 3600)
        return ImportPanel::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return ImportPanel::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

/// "100 tasks imported" where nothing else came.
QString ImportPanel::importedText(const ImportReport &report)
{
    if (report.tasks == 0)
        return tr("%n run(s) imported", nullptr, report.imported);
    const auto tasks = tr("%n task(s)", nullptr, report.tasks);
    const bool isTasksAlone = report.imported + report.updated + report.unchanged == 0;
    return isTasksAlone ? tr("%1 imported").arg(tasks)
                        : tr("%n run(s) and %1 imported", nullptr, report.imported).arg(tasks);
}

/// "3 labels", "1 sample", of what came at all.
QStringList ImportPanel::labellingTexts(const ImportReport &report)
{
    QStringList texts;
    if (report.labels > 0)
        texts.append(tr("%n label(s)", nullptr, report.labels));
    if (report.samples > 0)
        texts.append(tr("%n sample(s)", nullptr, report.samples));
    if (report.codebooks > 0)
        texts.append(tr("%n codebook(s)", nullptr, report.codebooks));
    return texts;
}

ImportPanel::ImportPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_what(quietLabel(this))
    , m_rate(quietLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_headline(headingLabel({}, this))
    , m_detail(quietLabel(this))
    , m_undo(new QPushButton(tr("Undo import"), this))
    , m_issues(new IssueModel(this))
    , m_table(new QTreeView(this))
{
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(Spacing::normal);
    m_cancel->setToolTip(tr("Stop; what was imported so far stays"));
    m_undo->setToolTip(tr("Take everything this import brought out of the study again"));
    auto *words = new IssueDisplayProxy(this);
    words->setSourceModel(m_issues);
    m_table->setModel(words);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("What was refused or odd"));
    m_table->header()->setStretchLastSection(true);
    m_table->setColumnWidth(IssueModel::Severity, 90);
    m_table->setColumnWidth(IssueModel::Path, 420);
    m_stack->addWidget(runningSide());
    m_stack->addWidget(reportSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_rate->setText(tr("Stopping …"));
        emit cancelRequested();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { emit undoRequested(m_importId); });
    m_stack->setCurrentIndex(1);
    m_undo->hide();
    m_headline->setText(tr("No import yet"));
    m_detail->setText(tr("Drop a results folder or a .zip archive of one onto the window."));
}

void ImportPanel::begin(const QStringList &paths)
{
    m_clock.start();
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0);
    m_what->setText(tr("Looking through %1").arg(paths.join(u", ")));
    m_rate->clear();
    m_stack->setCurrentIndex(0);
}

void ImportPanel::setProgress(const ProgressUpdate &update)
{
    if (!isRunning() || !m_cancel->isEnabled() || update.total <= 0 || update.done <= 0)
        return;
    m_bar->setRange(0, static_cast<int>(update.total));
    m_bar->setValue(static_cast<int>(update.done));
    m_what->setText(update.what);
    const QLocale locale;
    const double seconds = std::max(0.001, static_cast<double>(m_clock.elapsed()) / 1000);
    const double left = seconds * static_cast<double>(update.total - update.done) / static_cast<double>(update.done);
    const auto bytesPerSecond = static_cast<qint64>(static_cast<double>(update.bytes) / seconds);
    m_rate->setText(tr("%1 of %2 runs · %3 a second · about %4 left")
            .arg(locale.toString(update.done), locale.toString(update.total), locale.formattedDataSize(bytesPerSecond),
                durationText(left)));
}

void ImportPanel::setReport(const ImportReport &report)
{
    const QLocale locale;
    m_importId = report.importId;
    m_issues->setReport(report);
    m_table->setVisible(m_issues->rowCount() > 0);
    m_headline->setText(report.cancelled
            ? tr("Import cancelled; %n run(s) had been imported and stay", nullptr, report.imported + report.updated)
            : importedText(report));
    const auto detail
        = tr("%1 updated · %2 unchanged · %3 refused · %4 warnings · %5 read in %6 · %7 runs in the study now")
              .arg(locale.toString(report.updated), locale.toString(report.unchanged),
                  locale.toString(report.refused.size()), locale.toString(report.warnings.size()),
                  locale.formattedDataSize(report.bytes), durationText(report.seconds), locale.toString(report.runs));
    m_detail->setText((QStringList{detail} + labellingTexts(report)).join(tr(" · ")));
    m_undo->setVisible(report.importId > 0 && report.imported + report.updated > 0);
    m_stack->setCurrentIndex(1);
}

void ImportPanel::setFailure(const QString &sentence)
{
    m_issues->setReport({});
    m_table->hide();
    m_headline->setText(tr("Nothing was imported"));
    m_detail->setText(sentence);
    m_undo->hide();
    m_stack->setCurrentIndex(1);
}

QString ImportPanel::headline() const
{
    return isRunning() ? m_what->text() : m_headline->text();
}

bool ImportPanel::isRunning() const
{
    return m_stack->currentIndex() == 0;
}

QWidget *ImportPanel::runningSide()
{
    auto *side = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_rate, 1);
    line->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addLayout(line);
    layout->addStretch(1);
    return side;
}

QWidget *ImportPanel::reportSide()
{
    auto *side = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::wide);
    line->addWidget(m_headline);
    line->addWidget(m_detail, 1);
    line->addWidget(m_undo);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    return side;
}

} // namespace Decayscope
