// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QTreeWidget;
class QPushButton;

namespace Decayscope {

/// An import as its study remembers it.
struct PastImport
{
    qint64 id = 0;
    QString time; ///< UTC, ISO 8601.
    QStringList paths;
    int imported = 0;
    int updated = 0;
    bool undone = false;
};

/// The imports of a study, each of which can be undone as a whole.
class ImportHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportHistory(QWidget *parent = nullptr);

    void setImports(const std::vector<PastImport> &imports, bool readOnly);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

signals:
    void undoRequested(qint64 importId);

private:
    void updateButton();

    QTreeWidget *m_list;
    QPushButton *m_undo;
    bool m_readOnly = false;
};

} // namespace Decayscope
