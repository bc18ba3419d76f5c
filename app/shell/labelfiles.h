// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <QStringList>
#include <QThreadPool>

namespace Decayscope {

class StudyController;

/// Label files in and out of the open study, in the background.
class LabelFiles final : public QObject
{
    Q_OBJECT

public:
    LabelFiles(StudyController &study, QObject *parent);

    void importFiles(const QStringList &paths);
    /// `filter` is one of exportFilters() and says the format. The study's two CSVs and hand-ins hold one annotator.
    void exportFile(const QString &path, const QString &filter, const QString &annotator);
    void writeHandout(const QString &path, const QString &sample, const QString &annotator);
    void writeCertificate(const QString &path, const QString &sample);

    [[nodiscard]] static QStringList exportFilters(); ///< For a file dialog, one a format.
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);

private:
    void write(const QString &path, std::function<Result<QByteArray>()> bytes);

    StudyController &m_study;
    QThreadPool m_pool;
    LatestJob m_job;
};

} // namespace Decayscope
