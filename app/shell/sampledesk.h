// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <domain/runfilter.h>
#include <labeling/sampledesigner.h>
#include <sampling/failurefamilies.h>
#include <sampling/sampledesign.h>

#include <QThreadPool>

#include <map>

namespace Decayscope {

class LabelJournal;
class LabelPage;
class StudyController;

/// What a coordinator does: designs and freezes samples, looks through families of failures, edits the codebook.
class SampleDesk final : public QObject
{
    Q_OBJECT

public:
    SampleDesk(StudyController &study, LabelPage &page, QObject *parent);

    void takeStudy();
    void takeChange();
    void setInView(bool inView);
    /// Who is at the desk: the first annotator of new designs and the author of codebook versions.
    void setAnnotator(const QString &name) { m_annotator = name; }
    [[nodiscard]] bool isBusy() const { return m_preview.isRunning() || m_families.isRunning() || m_freezing; }

signals:
    void sampleMade(const QString &id);
    void runsRequested(const Decayscope::RunFilter &runs, const QString &title);
    void told(const QString &sentence);
    void problem(const QString &sentence);

private:
    void connectPage();
    void takeLabels();
    void takeTemplate();
    void preview(const SampleDesign &design);
    void freeze(const SampleDesign &design);
    void freezeFamily(const FailureFamily &family);
    void draw(const std::vector<SamplingUnit> &units, const SampleDesign &design);
    void store(const Sample &sample);
    void findFamilies();
    void saveCodebook(const Codebook &version);
    void relabelSplits(const Codebook &version);
    [[nodiscard]] std::vector<SamplingUnit> unitsFor(const SampleDesign &design) const;

    StudyController &m_study;
    LabelPage &m_page;
    LabelJournal *m_journal = nullptr;
    QThreadPool m_pool;
    LatestJob m_preview;
    LatestJob m_families;
    std::map<RunId, QString> m_familyOf;
    QString m_annotator;
    quint64 m_shown = 0; ///< Revision of the labels that are shown.
    bool m_hasFamilies = false;
    bool m_freezing = false;
    bool m_isInView = false;
};

} // namespace Decayscope
