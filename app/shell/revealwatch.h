// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/label.h>

#include <QObject>

#include <functional>
#include <vector>

namespace Decayscope {

class StudyController;

/// Keeps the books of blindness: whatever part of the program shows who made a run, or what others said of it, tells it
/// here, and it becomes an event of every blind item of that run in the queues of whoever is at the desk.
class RevealWatch final : public QObject
{
    Q_OBJECT

public:
    RevealWatch(StudyController &study, QObject *parent);

    void setAnnotator(const QString &name) { m_annotator = name; }

    void noteRead(RunId run); ///< A run was shown with its identity.
    void noteLabels(const std::vector<LabelTarget> &targets); ///< Labels of others were shown, run by run.

private:
    void note(const std::function<bool(const LabelTarget &)> &isShown, const QString &what);

    StudyController &m_study;
    QString m_annotator;
};

} // namespace Decayscope
