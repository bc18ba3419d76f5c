// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figureexportrequest.h"

#include <QWidget>

#include <map>

class QCheckBox;

namespace Decayscope {

/// Which files are written, and what is inside them.
class FileForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FileForm(QWidget *parent = nullptr);

    void setParts(const std::set<ExportPart> &parts); ///< Emits nothing.
    [[nodiscard]] std::set<ExportPart> parts() const;
    void setAnonymous(bool isAnonymous); ///< Emits nothing.
    [[nodiscard]] bool isAnonymous() const;

signals:
    void partsChanged();
    void anonymousChanged();

private:
    std::map<ExportPart, QCheckBox *> m_parts;
    QCheckBox *m_anonymous;
};

} // namespace Decayscope
