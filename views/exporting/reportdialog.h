// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workdialog.h"

class QCheckBox;

namespace Decayscope {

/// What a report of a study is asked for with.
struct ReportRequest
{
    QString file; ///< .html or .pdf
    bool anonymous = false;
};

/// Asks for a report for readers without this program.
class ReportDialog final : public WorkDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(QWidget *parent);

    void setFile(const QString &file);
    [[nodiscard]] ReportRequest request() const;

private:
    [[nodiscard]] QString browsePath() override;

    QLineEdit *m_file;
    QCheckBox *m_anonymous;
};

} // namespace Decayscope
