// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdialog.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>

namespace Decayscope {

ReportDialog::ReportDialog(QWidget *parent)
    : WorkDialog(tr("Report"), tr("&Write"), parent)
    , m_file(addPathField(tr("&File"), tr("An .html file for a browser, or a .pdf file")))
    , m_anonymous(new QCheckBox(tr("&Anonymous, for double-blind review"), this))
{
    m_anonymous->setToolTip(tr("Without folders and names of annotators"));
    form()->addRow({}, m_anonymous);
}

void ReportDialog::setFile(const QString &file)
{
    m_file->setText(file);
}

ReportRequest ReportDialog::request() const
{
    return {.file = m_file->text().trimmed(), .anonymous = m_anonymous->isChecked()};
}

QString ReportDialog::browsePath()
{
    return QFileDialog::getSaveFileName(
        this, tr("Write the report"), m_file->text(), tr("Web page (*.html);;PDF document (*.pdf)"));
}

} // namespace Decayscope
