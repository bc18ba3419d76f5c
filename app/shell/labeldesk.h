// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runcontroller.h"
#include "worktimer.h"

#include <labels/labelbook.h>
#include <pages/runpage.h>

#include <QPointer>

#include <functional>
#include <map>

namespace Decayscope {

class CommandSet;
class IdentityMask;
class LabelJournal;
class LabelPage;
class Settings;
struct QueueContent;
class StudyController;

/// An annotator at work: their queue, the item before them with its run, and every decision on its way into the
/// journal. In a blind sample the page is given a run without identities.
class LabelDesk final : public QObject
{
    Q_OBJECT

public:
    LabelDesk(StudyController &study, LabelPage &page, CommandSet &commands, Settings &settings, QObject *parent);
    ~LabelDesk() override;

    void takeStudy(); ///< Another study is open.
    void takeChange(); ///< The same study, changed.
    void setInView(bool inView); ///< Whether the page is the one in view: time counts, commands work.
    void saveState();

    void chooseSample(const QString &id);
    /// The page of the run at hand; null while no item is open in view.
    [[nodiscard]] RunPage *runInView() const;
    [[nodiscard]] bool isBusy() const { return m_runs.isBusy(); }
    [[nodiscard]] const QString &annotator() const { return m_annotator; }
    [[nodiscard]] const std::optional<Sample> &sample() const { return m_sample; }
    [[nodiscard]] std::optional<ItemKey> item() const; ///< At hand.

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);
    void annotatorChanged(const QString &name);
    void itemChanged(); ///< Another item, or none, is at hand.

private:
    void connectPage();
    void connectCommands();
    void connectRun();
    void takeLabels();
    void chooseAnnotator(const QString &name);
    void open(int row);
    void leave(); ///< Writes down the time spent at the item.
    void step(int by);
    void openFirst();
    void openNext();
    void act(const LabelAction &action);
    void commit(bool andNext);
    void goBackTo(const std::optional<ItemKey> &item, const QString &told);
    void addEvidence(const QWidget *pointing); ///< The place in the run that the widget points at.
    void showHistory();
    void reveal();
    void openRun(const ItemState &state);
    void take(const std::shared_ptr<const RunReading> &reading);
    void showQueue();
    [[nodiscard]] QueueContent queueContent() const;
    [[nodiscard]] ViewState nothingLeft() const;
    [[nodiscard]] QStringList othersOf(const LabelTarget &target, const Codebook &book) const;
    void showItem();
    void refreshCommands();
    [[nodiscard]] bool isBlind(const ItemState &state) const;
    [[nodiscard]] bool mayOpen(int row) const; ///< A repeat waits until its time has come.
    [[nodiscard]] const AnnotatorQueue *queue() const; ///< Of the annotator in the sample; null for none.
    [[nodiscard]] std::optional<Codebook> codebook() const; ///< The newest version of the sample's.
    [[nodiscard]] std::optional<RunId> runOf(const Sample &sample, int item) const;
    [[nodiscard]] ItemKey keyAt(int row) const;

    StudyController &m_study;
    LabelPage &m_page;
    CommandSet &m_commands;
    Settings &m_settings;
    LabelJournal *m_journal = nullptr; ///< Of the open study.
    RunController m_runs;
    WorkTimer m_timer;
    QString m_annotator;
    std::optional<Sample> m_sample; ///< A frozen copy: samples never change.
    int m_row = -1; ///< In the queue; -1 for none.
    std::shared_ptr<const IdentityMask> m_mask;
    std::map<ItemKey, ReadingPlace> m_places; ///< Where in their runs the items were left.
    QPointer<QWidget> m_pointed; ///< The part of the run that had the focus last.
    bool m_isInView = false;
};

} // namespace Decayscope
