// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class FlowLayout;

/// Above a run that is read: which run it is, what it scored, and the way to its neighbours.
class RunHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHeader(QWidget *parent = nullptr);

    /// Without a configuration the run stays nameless: task and scores alone.
    void setRun(const Run &run, const QString &configuration);
    void setMarkable(bool markable); ///< Whether it can be marked for comparing.
    void setPosition(const QString &position, bool hasPrevious, bool hasNext);
    void setMarked(bool marked);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString difference() const; ///< Where the verifiers of both modes differ; empty where nowhere.
    [[nodiscard]] QStringList facts() const; ///< As shown, from left to right.

signals:
    void previousRequested();
    void nextRequested();
    void markRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_differs;
    QLabel *m_position;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_mark;
    QStringList m_words;
};

/// What is known of a run in short words: "71.4 % raw · 207/290", "architecture violated", "Submitted", …
[[nodiscard]] QStringList runFacts(const Run &run);

/// "Clean Architecture: reference ✓ kept, syntax ✗ broken": a line for each constraint on which the verifiers differ.
[[nodiscard]] QStringList verifierDifferences(const Run &run);

/// "express · clean_architecture, sqlite": a task in words.
[[nodiscard]] QString taskTitle(const TaskSpec &task);

} // namespace Decayscope
