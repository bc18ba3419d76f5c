// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureexportdialog.h"

#include "axisform.h"
#include "captionform.h"
#include "exportpreview.h"
#include "fileform.h"
#include "lookform.h"
#include "preflightpanel.h"

#include <figures/figureview.h>
#include <printing/figureprinter.h>
#include <printing/preflightfixes.h>
#include <publishing/caption.h>
#include <widgets/messagebar.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int checkDelay = 250; ///< Milliseconds without a change before the checks run.

} // namespace

FigureExportDialog::FigureExportDialog(std::vector<VenuePreset> presets, QWidget *parent)
    : QDialog(parent)
    , m_message(new MessageBar(this))
    , m_preview(new ExportPreview(this))
    , m_preflight(new PreflightPanel(this))
    , m_look(new LookForm(std::move(presets), this))
    , m_axes(new AxisForm(this))
    , m_files(new FileForm(this))
    , m_caption(new CaptionForm(this))
    , m_progress(quietLabel(this))
    , m_copy(new QPushButton(tr("Copy &picture"), this))
    , m_save(new QPushButton(tr("&Save recipe…"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_export(new QPushButton(tr("E&xport…"), this))
{
    setWindowTitle(tr("Export figure"));
    setWindowModality(Qt::NonModal);
    setSizeGripEnabled(true);
    resize(1180, 740);
    m_checking.setSingleShot(true);
    m_checking.setInterval(checkDelay);
    makeButtons();
    layOut();
    connectForms();
    m_files->setParts({ExportPart::Pdf, ExportPart::Tex});
}

void FigureExportDialog::makeButtons()
{
    m_copy->setToolTip(tr("Put the figure on the clipboard as PNG and SVG"));
    m_save->setToolTip(tr("Save how the figure is made, without its data, to make it again from another study"));
    m_close->setToolTip(tr("Close without writing anything"));
    m_export->setToolTip(tr("Write the files that are ticked"));
    for (auto *button : {m_copy, m_save, m_close})
        button->setAutoDefault(false);
    m_export->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, [this] { emit clipboardRequested(m_recipe); });
    connect(m_save, &QPushButton::clicked, this, [this] { emit recipeSaveRequested(m_recipe); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &FigureExportDialog::requestExport);
}

void FigureExportDialog::layOut()
{
    auto *halves = new QSplitter(this);
    halves->addWidget(makeSheet());
    halves->addWidget(makeForms());
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 0);
    halves->setChildrenCollapsible(false);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::wide);
    buttons->setSpacing(Spacing::normal);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(halves, 1);
    layout->addLayout(buttons);
}

/// The left half: what comes out and what is wrong with it.
QWidget *FigureExportDialog::makeSheet()
{
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_preview);
    parts->addWidget(m_preflight);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    auto *sheet = new QWidget(this);
    auto *layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(Spacing::wide, Spacing::wide, Spacing::normal, 0);
    layout->addWidget(parts);
    return sheet;
}

/// The right half: all that can be chosen.
QWidget *FigureExportDialog::makeForms()
{
    auto *forms = new QWidget;
    auto *layout = new QVBoxLayout(forms);
    layout->setContentsMargins(Spacing::normal, Spacing::wide, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    for (QWidget *form : {static_cast<QWidget *>(m_look), static_cast<QWidget *>(m_axes),
             static_cast<QWidget *>(m_files), static_cast<QWidget *>(m_caption)})
        layout->addWidget(form);
    layout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidget(forms);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_forms = area;
    fitForms();
    area->setAccessibleName(tr("Settings of the figure"));
    return area;
}

/// The settings are never wider than their half, unless that leaves nothing for the preview.
void FigureExportDialog::fitForms()
{
    constexpr int most = 660;
    const int wanted = m_forms->widget()->minimumSizeHint().width() + m_forms->verticalScrollBar()->sizeHint().width();
    m_forms->setMinimumWidth(std::min(wanted, most));
}

void FigureExportDialog::showEvent(QShowEvent *event)
{
    fitForms(); // Fonts and style are known now.
    QDialog::showEvent(event);
}

void FigureExportDialog::connectForms()
{
    connect(m_look, &LookForm::changed, this, &FigureExportDialog::takeLook);
    connect(m_axes, &AxisForm::changed, this, &FigureExportDialog::takeView);
    connect(m_caption, &CaptionForm::changed, this, &FigureExportDialog::takeCaption);
    connect(
        m_caption, &CaptionForm::copied, this, [this] { showResult(tr("The caption is on the clipboard."), false); });
    connect(m_files, &FileForm::partsChanged, this, &FigureExportDialog::partsChanged);
    connect(m_files, &FileForm::anonymousChanged, this, [this] {
        m_recipe.anonymous = m_files->isAnonymous();
        emit recipeChanged(m_recipe);
    });
    connect(m_preflight, &PreflightPanel::fixRequested, this, &FigureExportDialog::applyFix);
    connect(m_preflight, &PreflightPanel::reasonChanged, this, &FigureExportDialog::takeReason);
    connect(&m_checking, &QTimer::timeout, this, &FigureExportDialog::check);
}

void FigureExportDialog::setFigure(const FigureSpec &built, const FigureRecipe &recipe)
{
    m_built = built;
    m_recipe = recipe;
    setWindowTitle(tr("Export figure: %1").arg(built.title));
    m_look->setLook(recipe.look);
    m_axes->setFigure(built, recipe.view);
    m_files->setAnonymous(recipe.anonymous);
    m_seen = seenFigure(m_built, m_recipe.view);
    m_caption->setCaption(captionText(m_seen), m_recipe.caption);
    refresh();
}

void FigureExportDialog::setParts(const std::set<ExportPart> &parts)
{
    m_files->setParts(parts);
}

std::set<ExportPart> FigureExportDialog::parts() const
{
    return m_files->parts();
}

QString FigureExportDialog::message() const
{
    return m_message->text();
}

void FigureExportDialog::takeLook()
{
    m_recipe.look = m_look->look();
    changed();
}

void FigureExportDialog::takeView()
{
    m_recipe.view = m_axes->view();
    changed();
}

void FigureExportDialog::takeCaption()
{
    m_recipe.caption = m_caption->own();
    m_preview->paper()->setCaption(m_caption->shown());
    emit recipeChanged(m_recipe);
}

void FigureExportDialog::takeReason(const QString &rule, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        m_recipe.overrides.erase(rule);
    else
        m_recipe.overrides[rule] = reason.trimmed();
    m_checking.start();
    emit recipeChanged(m_recipe);
}

void FigureExportDialog::applyFix(const QString &rule)
{
    const auto fixed = fixedLook(m_seen, m_recipe.look, rule);
    if (!fixed) {
        showResult(tr("No setting alone helps here: hide some series, or choose a figure with fewer."), true);
        return;
    }
    m_recipe.look = *fixed;
    m_look->setLook(*fixed);
    changed();
}

void FigureExportDialog::changed()
{
    m_seen = seenFigure(m_built, m_recipe.view);
    m_caption->setCaption(captionText(m_seen), m_recipe.caption);
    refresh();
    emit recipeChanged(m_recipe);
}

void FigureExportDialog::refresh()
{
    m_preview->paper()->setFigure(m_seen, m_recipe.look);
    m_preview->paper()->setCaption(m_caption->shown());
    m_preflight->setChecking();
    m_checking.start();
}

void FigureExportDialog::check()
{
    m_checking.stop();
    const auto pdf = printedFigure(m_seen, m_recipe.look, FigureFormat::Pdf);
    m_preflight->setFindings(preflight(m_seen, m_recipe, pdf.value_or(QByteArray())), m_recipe.overrides);
}

void FigureExportDialog::requestExport()
{
    check(); // What is exported is what was looked at.
    if (m_files->parts().empty()) {
        showResult(tr("Tick at least one file to write, such as PDF."), true);
        return;
    }
    if (!mayExport(m_preflight->findings())) {
        showResult(tr("Some checks failed. Fix them, or write down why they do not matter here."), true);
        m_preflight->focusFirstFailure();
        return;
    }
    emit exportRequested({m_recipe, m_files->parts()});
}

void FigureExportDialog::showResult(const QString &sentence, bool isError)
{
    m_progress->clear();
    m_export->setEnabled(true);
    m_message->showMessage(isError ? MessageBar::Kind::Problem : MessageBar::Kind::Information, sentence);
}

void FigureExportDialog::showProgress(const QString &sentence)
{
    m_message->hide();
    m_progress->setText(sentence);
    m_export->setEnabled(false);
}

} // namespace Decayscope
