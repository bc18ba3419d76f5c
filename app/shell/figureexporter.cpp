// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureexporter.h"

#include "exportedfiles.h"
#include "settings.h"
#include "studycontroller.h"

#include <figurefiles/figurefile.h>
#include <printing/figureprinter.h>
#include <publishing/provenance.h>
#include <workspace/labeljournal.h>

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QStandardPaths>

namespace Decayscope {

namespace {

constexpr double clipboardDots = 300; ///< An inch.

QString programName()
{
    return QStringLiteral("decayscope %1").arg(QCoreApplication::applicationVersion());
}

/// Where users keep presets of venues of their own.
QString venueFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/decayscope/venues";
}

/// What a file says of the study that is open.
struct FileAnswer
{
    FigureRecipe recipe;
    QString sentence;
};

QString verdictSentence(const FigureVerdict &verdict)
{
    if (verdict.matches())
        return FigureExporter::tr("This study still gives the figure, value by value.");
    if (verdict.isOtherStore)
        return FigureExporter::tr("The figure was made from another study; here it is drawn from this one.");
    return FigureExporter::tr("The study gives this figure no longer: %1")
        .arg(verdict.differences.first(std::min<qsizetype>(3, verdict.differences.size())).join(u' '));
}

Result<FileAnswer> readFile(
    const QString &path, const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels)
{
    const auto name = QFileInfo(path).fileName();
    auto payload = readFigureFile(path);
    if (!payload)
        return std::unexpected(std::move(payload.error()));
    auto recipe = readRecipe(payload->recipe, name);
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    FileAnswer answer{.recipe = std::move(*recipe), .sentence = {}};
    if (payload->provenance.isEmpty()) {
        answer.sentence
            = FigureExporter::tr("A recipe tells how to draw, not what came out: there is nothing to compare.");
        return answer;
    }
    return verifyFigure(*payload, study, labels, name).transform([&](const FigureVerdict &verdict) {
        answer.sentence = verdictSentence(verdict);
        return answer;
    });
}

} // namespace

FigureExporter::FigureExporter(StudyController &study, Settings &settings, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_settings(settings)
    , m_window(window)
    , m_reading(&m_pool, this)
{ }

FigureExporter::~FigureExporter() = default;

void FigureExporter::open(const FigureSpec &figure, FigureRecipe recipe)
{
    if (m_dialog)
        m_dialog->close();
    QStringList problems;
    const auto presets = venuePresets(venueFolder(), &problems);
    recipe.look = presets.front().look;
    if (const auto last = readRecipe(m_settings.value(Keys::figureLook), {})) {
        recipe.look = last->look;
        recipe.anonymous = last->anonymous;
    }
    m_figure = figure;
    m_from = m_study.snapshot();
    m_labels = labelsOf(recipe.figure);
    m_dialog = new FigureExportDialog(presets, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setParts(partsNamed(m_settings.value(Keys::figureFormats)));
    m_dialog->setFigure(figure, recipe);
    connect(m_dialog, &FigureExportDialog::exportRequested, this, &FigureExporter::askAndWrite);
    connect(m_dialog, &FigureExportDialog::recipeSaveRequested, this, &FigureExporter::saveRecipe);
    connect(m_dialog, &FigureExportDialog::clipboardRequested, this, &FigureExporter::copy);
    connect(m_dialog, &FigureExportDialog::recipeChanged, this, &FigureExporter::takeLook);
    connect(m_dialog, &FigureExportDialog::partsChanged, this,
        [this] { m_settings.set(Keys::figureFormats, namesOf(m_dialog->parts())); });
    connect(m_dialog, &QObject::destroyed, this, [this] {
        if (!m_dialog)
            m_labels.reset();
    });
    m_dialog->show();
    if (!problems.isEmpty())
        m_dialog->showResult(problems.join(u' '), true);
}

/// Only the look is kept, and whether files are anonymous: the rest belongs to one figure.
void FigureExporter::takeLook(const FigureRecipe &recipe)
{
    m_settings.set(Keys::figureLook,
        recipeDocument({.figure = recipe.figure, .look = recipe.look, .anonymous = recipe.anonymous}));
}

QString FigureExporter::askForPath(const QString &title, const QString &name, const QString &filter) const
{
    auto path = QFileDialog::getSaveFileName(
        m_dialog, title, QDir(m_settings.value(Keys::lastFolder)).filePath(name), filter);
    if (!path.isEmpty())
        m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    return path;
}

/// A picture chosen by its ending is written too, whatever is ticked.
void FigureExporter::askAndWrite(const FigureExportRequest &request)
{
    const auto path = askForPath(tr("Export figure"), request.recipe.figure % u'.' % suffixOf(*request.parts.begin()),
        tr("Figures (*.pdf *.svg *.png *.csv *.tex)"));
    if (path.isEmpty())
        return;
    auto asked = request;
    asked.parts.merge(partsNamed({QFileInfo(path).suffix().toLower()}));
    write(asked, path);
}

void FigureExporter::write(FigureExportRequest request, const QString &path)
{
    if (!m_from || !m_dialog)
        return;
    request.recipe.request.labels = m_labels;
    const auto files = exportedFiles(m_figure, request, *m_from, programName(), path);
    if (!files)
        return m_dialog->showResult(sentenceOf(files.error()), true);
    QStringList names;
    for (const auto &file : *files) {
        if (const auto written = writeExported(file); !written)
            return m_dialog->showResult(sentenceOf(written.error()), true);
        names << QFileInfo(file.path).fileName();
    }
    m_dialog->showResult(
        tr("Written to %1: %2.").arg(QDir::toNativeSeparators(QFileInfo(path).path()), names.join(u", ")), false);
}

/// Held only while a dialog is open: a book that somebody holds makes each new label dearer.
std::shared_ptr<const LabelBook> FigureExporter::labelsOf(const QString &figure) const
{
    const auto *info = figureInfo(figure);
    return info && info->isOfLabels && m_study.labels() ? m_study.labels()->book() : nullptr;
}

void FigureExporter::saveRecipe(const FigureRecipe &recipe)
{
    const auto path = askForPath(tr("Save the recipe"), recipe.figure + u".dsfig", tr("Figure recipes (*.dsfig)"));
    if (path.isEmpty())
        return;
    const auto written = writeExported({path, recipeDocument(recipe)});
    m_dialog->showResult(
        written ? tr("The recipe was written to %1.").arg(QDir::toNativeSeparators(path)) : sentenceOf(written.error()),
        !written);
}

void FigureExporter::copy(const FigureRecipe &recipe)
{
    const auto seen = seenFigure(m_figure, recipe.view);
    auto *data = new QMimeData; // Owned by the clipboard.
    data->setImageData(figureImage(seen, recipe.look, clipboardDots));
    if (const auto svg = printedFigure(seen, recipe.look, FigureFormat::Svg))
        data->setData(QStringLiteral("image/svg+xml"), *svg);
    QGuiApplication::clipboard()->setMimeData(data);
    m_dialog->showResult(tr("The figure is in the clipboard, as a picture and as SVG."), false);
}

void FigureExporter::openFile(const QString &path)
{
    read(path, true);
}

void FigureExporter::verifyFile(const QString &path)
{
    read(path, false);
}

void FigureExporter::read(const QString &path, bool opens)
{
    const auto study = m_study.snapshot();
    if (!study)
        return;
    const auto labels = m_study.labels() ? m_study.labels()->book() : nullptr;
    m_reading.start([path, study, labels](const Progress &) { return readFile(path, *study, labels); },
        [this, opens](const Result<FileAnswer> &answer) {
            if (!answer)
                return emit problem(sentenceOf(answer.error()));
            if (opens)
                emit recipeOpened(answer->recipe);
            emit told(answer->sentence);
        });
}

} // namespace Decayscope
