// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/stateoverlay.h>

#include <QWidget>

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace Decayscope {

class CodebookEditor;
class FamilyList;
class LabelPanel;
class QueuePanel;
class RunPage;
class SampleDesigner;
class SegmentedSwitch;

/// Where failures are labelled by hand: the queue, the run of the item and the label side by side; beside it the
/// designer of samples, the families of failures and the codebook.
class LabelPage final : public QWidget
{
    Q_OBJECT

public:
    enum class View : quint8 { Queue, Samples, Families, Codebook };

    /// A sample that can be chosen.
    struct SampleChoice
    {
        QString id;
        QString title;
    };

    explicit LabelPage(QWidget *parent = nullptr);

    void setView(View view); ///< Emits nothing.
    void openView(View view); ///< As its switch does.
    [[nodiscard]] View view() const;
    void setSamples(const std::vector<SampleChoice> &samples, const QString &current);
    /// Of the queue's view: why there is nothing to label, or that all is done.
    void setState(const ViewState &state);
    [[nodiscard]] const ViewState &state() const;
    void setReadOnly(bool readOnly);

    [[nodiscard]] QueuePanel *queue() const { return m_queue; }
    [[nodiscard]] RunPage *run() const { return m_run; }
    [[nodiscard]] LabelPanel *panel() const { return m_panel; }
    [[nodiscard]] SampleDesigner *designer() const { return m_designer; }
    [[nodiscard]] FamilyList *families() const { return m_families; }
    [[nodiscard]] CodebookEditor *codebook() const { return m_codebook; }
    [[nodiscard]] QWidget *desk() const; ///< Queue, run and label: where the keys for labelling work.
    [[nodiscard]] QPushButton *templateButton() const { return m_template; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void viewChosen(Decayscope::LabelPage::View view);
    void sampleChosen(const QString &id);
    void templateRequested(); ///< "50 logic errors, stratified".

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();

    SegmentedSwitch *m_views;
    QComboBox *m_samples;
    QPushButton *m_template;
    QStackedWidget *m_stack;
    QSplitter *m_desk;
    QueuePanel *m_queue;
    RunPage *m_run;
    LabelPanel *m_panel;
    SampleDesigner *m_designer;
    FamilyList *m_families;
    CodebookEditor *m_codebook;
    QWidget *m_queueView; ///< The desk and the overlay that covers it.
    StateOverlay *m_overlay;
};

} // namespace Decayscope
