"""Exports of further systems that speak English, and lists that are not of deals."""

from tests.excel.unseen.making import Export, column, days, moments
from tests.excel.unseen_second.english_systems import DEALS, FIRMS, REPS

AGILE = Export(
    "Deals_AgileCRM.csv", "deals", (
        column("Deal Name", "name", *DEALS[:6]),
        column("Track", "", "Default"),
        column("Milestone", "stage", "New", "Prospect", "Proposal", "Won", "Lost"),
        column("Expected Value", "amount", "2400.0", "18000.0", "5600.0"),
        column("Probability (%)", "probability", "10", "40", "70", "100", "0"),
        column("Expected Close Date", "expected_close", "12/18/2026", "01/29/2027"),
        column("Deal Owner", "owner", *REPS),
        column("Related Company", "account", *FIRMS[:6]),
        column("Deal Source", "lead_source", "Web", "Referral"),
        column("Loss Reason", "lost_reason", "", "", "", "", "No budget"),
        column("Won Date", "closed_on", "", "", "", "11/03/2026", ""),
        column("Created Date", "created_on", "09/14/2026", "10/02/2026"),
        column("Tags", "", "vip"),
    ), rows=6,
)  # fmt: skip

STREAK = Export(
    "Sales Pipeline (Streak).csv", "deals", (
        column("Box Key", "external_id", *(f"agxzfm1haWxmb29n{n}" for n in range(6))),
        column("Name", "name", *DEALS[:6]),
        column("Organization", "account", *FIRMS[:6]),
        column("Stage", "stage", "Lead", "Contacted", "Pitched", "Demo", "Negotiating", "Closed - Won"),
        column("Assigned To", "owner", "hannah@acme.example", "tom@acme.example"),
        column("Deal Size", "amount", "12000", "3400", "56000"),
        column("Likelihood", "probability", "25%", "50%", "75%"),
        column("Target Close Date", "expected_close", "2026-12-18", "2027-01-29"),
        column("Notes", "remark", "Spoke to Ann", ""),
        column("Date of Last Email", "", "2026-11-20"),
        column("Date Created", "created_on", "2026-09-14", "2026-10-02"),
        column("Date of Last Stage Change", "stage_changed_on", "2026-11-01", "2026-11-16"),
    ), rows=6,
)  # fmt: skip

KEAP = Export(
    "keap_opportunities.csv", "deals", (
        column("Opportunity Id", "external_id", *range(811, 817)),
        column("Opportunity Title", "name", *DEALS[:6]),
        column("Company Name", "account", *FIRMS[:6]),
        column("Contact Name", "", "Ann Li", "Jo Park"),
        column("Opportunity Owner", "owner", *REPS),
        column("Stage", "stage", "New Opportunity", "Contacting", "Engaging", "Qualified", "Closed"),
        column("Next Action Date", "next_step_on", "11/27/2026", "12/01/2026"),
        column("Next Action Notes", "next_step", "Call the CFO", "Send case study"),
        column("Projected Revenue Low", "", "8000", "2000", "30000"),
        column("Projected Revenue High", "amount", "12000", "3400", "56000"),
        column("Estimated Close Date", "expected_close", "12/18/2026", "01/29/2027"),
        column("Lead Source", "lead_source", "Webinar", "Referral"),
        column("Loss Reason", "lost_reason", ""),
        column("Opportunity Notes", "remark", "", "Met at the fair"),
        column("Date Created", "created_on", "09/14/2026", "10/02/2026"),
    ), rows=6,
)  # fmt: skip

VTIGER = Export(
    "Potentials.csv", "deals", (
        column("Opportunity Number", "external_id", *(f"POT{n}" for n in range(21, 28))),
        column("Opportunity Name", "name", *DEALS[:7]),
        column("Organization Name", "account", *(f"Accounts::::{name}" for name in FIRMS[:7])),
        column("Type", "", "New Business", "Existing Business"),
        column("Lead Source", "lead_source", "Cold Call", "Conference"),
        column("Sales Stage", "stage", "Prospecting", "Perception Analysis", "Proposal or Price Quote", "Closed Won"),
        column("Assigned To", "owner", *REPS),
        column("Expected Close Date", "expected_close", "2026-12-18", "2027-01-29"),
        column("Amount", "amount", "15000.00000", "8200.00000", "112000.00000"),
        column("Weighted Revenue", "", "3000.00", "2460.00"),
        column("Probability", "probability", "20.00", "30.00", "65.00", "100.00"),
        column("Next Step", "next_step", "Workshop", ""),
        column("Lost Reason", "lost_reason", ""),
        column("Created Time", "created_on", "2026-09-14 08:12:00", "2026-10-02 16:30:00"),
    ), rows=7,
)  # fmt: skip

ESPO = Export(
    "Opportunity_2026-11-23.xlsx", "deals", (
        column("ID", "external_id", *(f"66f1ab0{n}3c" for n in range(7))),
        column("Name", "name", *DEALS[:7]),
        column("Account", "account", *FIRMS[:7]),
        column("Stage", "stage", "Prospecting", "Proposal", "Negotiation", "Closed Won", "Closed Lost"),
        column("Amount", "amount", 15000.0, 8200.0, 112000.0),
        column("Amount (converted)", "", 15000.0, 8200.0, 112000.0),
        column("Amount Currency", "currency", "USD"),
        column("Probability, %", "probability", 10, 50, 80, 100, 0),
        column("Close Date", "close_date|expected_close", *days("2026-12-18", "2027-01-29")),
        column("Last Stage", "", "", "", "", "", "Proposal"),
        column("Assigned User", "owner", *REPS),
        column("Teams", "", "EMEA"),
        column("Lead Source", "lead_source", "Call", "Email", "Partner"),
        column("Created At", "created_on", *moments("2026-09-14 08:12:00", "2026-10-02 16:30:00")),
    ), rows=7, above=(("Opportunities", "", "", "2026-11-23 09:14"), ()),
)  # fmt: skip

SELL = Export(
    "zendesk-sell-deals.csv", "deals", (
        column("Deal ID", "external_id", *range(441200, 441207)),
        column("Deal Name", "name", *DEALS[:7]),
        column("Company", "account", *FIRMS[:7]),
        column("Primary Contact", "", "Ann Li"),
        column("Deal Owner", "owner", *REPS),
        column("Deal Stage", "stage", "Incoming", "Qualified", "Quote", "Closure", "Won", "Lost"),
        column("Deal Value", "amount", "15000", "8200", "112000"),
        column("Deal Currency", "currency", "USD"),
        column("Win Likelihood", "probability", "10", "30", "60", "80", "100", "0"),
        column("Estimated Close Date", "expected_close", "2026-12-18", "2027-01-29"),
        column("Last Stage Change At", "stage_changed_on", "2026-11-12 10:00:00 UTC"),
        column("Deal Source", "lead_source", "Inbound call", "Referral"),
        column("Loss Reason", "lost_reason", ""),
        column("Deal Created At", "created_on", "2026-09-14 08:12:00 UTC", "2026-10-02 16:30:00 UTC"),
        column("Hot", "", "true", "false"),
    ), rows=7,
)  # fmt: skip

ATTIO = Export(
    "Deals - Attio - 2026-11-23.csv", "deals", (
        column("Record ID", "external_id", *(f"891dcbfc-9141-415d-9b2{n}" for n in range(6))),
        column("Record", "name", *DEALS[:6]),
        column("Associated company", "account", *FIRMS[:6]),
        column("Associated people", "", "Ann Li"),
        column("Deal stage", "stage", "Lead", "In Progress", "Won 🎉", "Lost"),
        column("Deal owner", "owner", *REPS),
        column("Deal value", "amount", "15000", "8200", "112000"),
        column("Deal value > Currency", "currency", "EUR"),
        column("Close confidence", "probability", "40", "70"),
        column("Anticipated close", "expected_close", "2026-12-18", "2027-01-29"),
        column("Next due task", "next_step_on|next_step", "2026-11-27", "2026-12-01"),
        column("Created at", "created_on", "2026-09-14T08:12:00.000Z", "2026-10-02T16:30:00.000Z"),
    ), rows=6,
)  # fmt: skip

PIPELINER = Export(
    "Pipeliner_Opportunities.xlsx", "deals", (
        column("Opportunity Name", "name", *DEALS[:6]),
        column("Primary Account", "account", *FIRMS[:6]),
        column("Value (USD)", "amount", 15000, 8200, 112000),
        column("Closing Date", "close_date|expected_close", *days("2026-12-18", "2027-01-29")),
        column("Sales Unit", "", "North"),
        column("Owner", "owner", *REPS),
        column("Step", "stage", "Lead", "Contact", "Qualification", "Proposal", "Contract"),
        column("Step Probability", "probability", "10%", "25%", "50%"),
        column("Ranking", "", 3, 5),
        column("Days in Step", "", 4, 19),
        column("Lost Reason", "lost_reason", ""),
        column("Product Name", "product", "Gateway", "Sensor"),
    ), rows=6,
)  # fmt: skip

CLOSE_CHANGES = Export(
    "opportunity_status_changes.csv", "history", (
        column("id", "", *(f"acti_88{n}" for n in range(6))),
        column("opportunity_id", "deal_id", "oppo_7H4kVt0aZ", "oppo_7H4kVt1aZ"),
        column("lead_name", "", *FIRMS[:2]),
        column("old_status_label", "from_stage", "Demo Completed", "Proposal Sent"),
        column("new_status_label", "stage", "Proposal Sent", "Won"),
        column("opportunity_value", "amount", "1500000", "420000"),
        column("user_name", "", *REPS),
        column("date_created", "changed_on", "2026-10-14T08:12:44+00:00", "2026-11-02T11:00:00+00:00"),
    ), rows=6,
)  # fmt: skip

BAMBOO = Export(
    "Employee roster - Sales.xlsx", "people", (
        column("Employee #", "external_id", *range(1041, 1047)),
        column("First Name", "first_name", "Hannah", "Tom", "Priya", "Luca", "Wei", "Sara"),
        column("Last Name", "last_name", "Brooks", "Okafor", "Nair", "Moretti", "Zhang", "Lind"),
        column("Work Email", "email", *(f"p{n}@acme.example" for n in range(6))),
        column("Job Title", "role", "Account Executive", "Sales Manager", "SDR"),
        column("Division", "", "Commercial"),
        column("Department", "team", "Enterprise Sales", "Mid-Market Sales"),
        column("Location", "region", "Leeds", "Dublin"),
        column("Reporting To", "manager", "Sara Lind"),
        column("Hire Date", "hired_on", *days("2023-04-03", "2021-09-13", "2025-02-17")),
        column("Termination Date", "left_on", "", "", *days("2026-10-31")),
        column("Employment Status", "", "Full-Time"),
    ), rows=6, above=(("Acme Ltd",), ("Employee roster",)),
)  # fmt: skip

ODOO_EMPLOYEES = Export(
    "Employee (hr.employee).xlsx", "people", (
        column("Employee Name", "name", *REPS, "Wei Zhang"),
        column("Work Phone", "", "+32 2 555 01"),
        column("Work Email", "email", *(f"p{n}@acme.example" for n in range(5))),
        column("Department", "team", "Sales / Key accounts", "Sales / Direct"),
        column("Job Position", "role", "Sales Executive", "Team Lead"),
        column("Manager", "manager", "Wei Zhang"),
        column("Work Location", "region", "Brussels", "Ghent"),
        column("Contract Start Date", "hired_on", *days("2023-04-03", "2021-09-13")),
        column("Departure Date", "left_on", ""),
        column("Activities", "", ""),
    ), rows=5,
)  # fmt: skip

VARICENT = Export(
    "Quota assignment FY27.csv", "targets", (
        column("Payee ID", "person_id", "1041", "1042", "1043"),
        column("Payee Name", "person", *REPS[:3]),
        column("Plan", "", "AE plan 2027"),
        column("Period", "month", "2027-01", "2027-01", "2027-01", "2027-02", "2027-02", "2027-02"),
        column("Quota Type", "measure", "Revenue"),
        column("Quota Amount", "value", "120000", "95000", "80000"),
        column("Currency", "", "USD"),
        column("Approved By", "", "Sara Lind"),
    ), rows=6,
)  # fmt: skip

NETSUITE_CUSTOMERS = Export(
    "CustomerSearchResults112.csv", "accounts", (
        column("Internal ID", "external_id", *range(601, 608)),
        column("Company Name", "name", *FIRMS[:7]),
        column("Subsidiary of", "parent", "", "Harbor Holdings"),
        column("Category", "", "Corporate"),
        column("Industry", "industry", "Food", "Logistics", "Aerospace"),
        column("Territory", "region", "UK North", "Ireland"),
        column("Sales Rep", "owner", *REPS),
        column("Status", "", "CUSTOMER-Closed Won", "PROSPECT-In Discussion"),
        column("Account Tier", "tier", "A", "B", "C"),
        column("Phone", "", "+44 20 555"),
    ), rows=7,
)  # fmt: skip

ODOO_PRODUCTS = Export(
    "Product (product.template).xlsx", "products", (
        column("Internal Reference", "external_id", "GW-100", "SN-20", "LIC-P", "SRV-1"),
        column("Name", "name", "Gateway 100", "Sensor 20", "Platform licence", "Onboarding"),
        column("Sales Price", "list_price", 1200.0, 85.0, 9000.0, 4000.0),
        column("Cost", "", 640.0, 31.0, 0.0, 0.0),
        column("Product Category", "series", "All / Hardware", "All / Services"),
        column("Quantity On Hand", "", 12.0, 300.0),
        column("Unit of Measure", "", "Units", "Hours"),
    ), rows=4,
)  # fmt: skip

EXPORTS = (
    AGILE, STREAK, KEAP, VTIGER, ESPO, SELL, ATTIO, PIPELINER, CLOSE_CHANGES, BAMBOO, ODOO_EMPLOYEES, VARICENT,
    NETSUITE_CUSTOMERS, ODOO_PRODUCTS,
)  # fmt: skip
