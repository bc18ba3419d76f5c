// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <exporting/figureexportdialog.h>
#include <figures/figurespec.h>
#include <publishing/figurerecipe.h>

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace Decayscope {

class Settings;
struct LabelBook;
struct StudySnapshot;
class StudyController;

/// Takes figures out of the window and back: the export dialog, the files it writes, and files made earlier, whose
/// recipes are opened and checked against the study.
class FigureExporter final : public QObject
{
    Q_OBJECT

public:
    FigureExporter(StudyController &study, Settings &settings, QWidget *window);
    ~FigureExporter() override;

    /// Asks how a figure is to be exported. The recipe's look is the one used last; the figure is whole, not yet seen
    /// through the recipe's view.
    void open(const FigureSpec &figure, FigureRecipe recipe);
    [[nodiscard]] FigureExportDialog *dialog() const { return m_dialog; } ///< Null while none is open.

    void takeLook(const FigureRecipe &recipe); ///< The next export begins with its look.

    /// Reads a file in the background; then recipeOpened, and told with whether the study still gives it, or problem.
    void openFile(const QString &path);
    void verifyFile(const QString &path); ///< Only tells.
    [[nodiscard]] bool isBusy() const { return m_reading.isRunning(); }

    /// Writes the figure in `request`'s formats beside each other, named by `path` without its ending. Says what
    /// became of it in the dialog.
    void write(FigureExportRequest request, const QString &path);

signals:
    void recipeOpened(const Decayscope::FigureRecipe &recipe);
    void told(const QString &sentence);
    void problem(const QString &sentence);

private:
    void askAndWrite(const FigureExportRequest &request);
    void saveRecipe(const FigureRecipe &recipe);
    void copy(const FigureRecipe &recipe);
    void read(const QString &path, bool opens);
    [[nodiscard]] QString askForPath(const QString &title, const QString &name, const QString &filter) const;
    [[nodiscard]] std::shared_ptr<const LabelBook> labelsOf(const QString &figure) const;

    StudyController &m_study;
    Settings &m_settings;
    QWidget *m_window;
    QPointer<FigureExportDialog> m_dialog;
    FigureSpec m_figure; ///< In the dialog.
    std::shared_ptr<const StudySnapshot> m_from; ///< What it was made from, whatever becomes of the study since.
    std::shared_ptr<const LabelBook> m_labels; ///< The same, of figures of labels; null for others.
    QThreadPool m_pool;
    LatestJob m_reading;
};

} // namespace Decayscope
