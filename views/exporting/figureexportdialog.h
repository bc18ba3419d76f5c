// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figureexportrequest.h"

#include <figures/figurespec.h>
#include <publishing/venuepresets.h>

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;

namespace Decayscope {

class AxisForm;
class CaptionForm;
class ExportPreview;
class FileForm;
class LookForm;
class MessageBar;
class PreflightPanel;

/// Makes a figure ready for a paper: its look with a preview at printed size, its caption, the files to write and what
/// the preflight says. It writes nothing itself: what is wanted goes out as signals.
class FigureExportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit FigureExportDialog(std::vector<VenuePreset> presets, QWidget *parent = nullptr);

    /// `built` is the whole figure, made from the recipe's request; it is shown through the recipe's view.
    void setFigure(const FigureSpec &built, const FigureRecipe &recipe);
    [[nodiscard]] const FigureRecipe &recipe() const { return m_recipe; }

    void setParts(const std::set<ExportPart> &parts); ///< Which files are ticked; PDF and TeX at first.
    [[nodiscard]] std::set<ExportPart> parts() const;

    // For tests and for whoever wires the dialog.
    [[nodiscard]] ExportPreview *preview() const { return m_preview; }
    [[nodiscard]] PreflightPanel *preflightPanel() const { return m_preflight; }
    [[nodiscard]] CaptionForm *captionForm() const { return m_caption; }
    [[nodiscard]] bool isChecking() const { return m_checking.isActive(); }
    [[nodiscard]] QString message() const;

public slots:
    void showResult(const QString &sentence, bool isError); ///< What became of an export; work is over.
    void showProgress(const QString &sentence); ///< Work goes on: exporting waits until showResult().

signals:
    void exportRequested(const Decayscope::FigureExportRequest &request);
    void recipeSaveRequested(const Decayscope::FigureRecipe &recipe);
    void clipboardRequested(const Decayscope::FigureRecipe &recipe);
    void recipeChanged(const Decayscope::FigureRecipe &recipe);
    void partsChanged(); ///< By the user; worth remembering.

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeForms();
    [[nodiscard]] QWidget *makeSheet();
    void layOut();
    void fitForms();
    void makeButtons();
    void connectForms();
    void takeLook();
    void takeView();
    void takeCaption();
    void takeReason(const QString &rule, const QString &reason);
    void applyFix(const QString &rule);
    void refresh(); ///< Preview and checks follow the recipe.
    void changed(); ///< The recipe has changed: preview, caption and checks follow.
    void check();
    void requestExport();

    FigureSpec m_built;
    FigureSpec m_seen; ///< Through the recipe's view.
    FigureRecipe m_recipe;
    QTimer m_checking;
    MessageBar *m_message;
    ExportPreview *m_preview;
    PreflightPanel *m_preflight;
    LookForm *m_look;
    AxisForm *m_axes;
    FileForm *m_files;
    CaptionForm *m_caption;
    QScrollArea *m_forms = nullptr;
    QLabel *m_progress;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
    QPushButton *m_export;
};

} // namespace Decayscope
