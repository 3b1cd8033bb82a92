/* The card on an order's page: Stripe's fields and Stripe's confirmation. What came of it the server asks itself. */
const form = document.querySelector("[data-card-payment]");
const button = form.querySelector("button");
const problem = form.querySelector("[data-problem]");

function tell(text) {
  problem.textContent = text;
  button.disabled = false;
}

async function askForSecret() {
  const response = await fetch(form.dataset.cardPayment, { method: "POST", body: new FormData(form) });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()).secret;
}

function mount(clientSecret) {
  const stripe = globalThis.Stripe(form.dataset.key, { locale: document.documentElement.lang });
  const elements = stripe.elements({ clientSecret });
  elements.create("payment").mount(form.querySelector("[data-card]"));
  return { stripe, elements };
}

/* A bank that must be asked on a page of its own leads back here, where there is nothing left to pay. */
async function pay({ stripe, elements }) {
  button.disabled = true;
  problem.textContent = "";
  const confirmParams = { return_url: location.href };
  const { error } = await stripe.confirmPayment({ elements, confirmParams, redirect: "if_required" });
  if (error) tell(error.message);
  else form.submit();
}

async function start() {
  const secret = await askForSecret();
  if (!secret) return form.submit();
  const mounted = mount(secret);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pay(mounted).catch(() => tell(form.dataset.silent));
  });
  button.disabled = false;
}

start().catch(() => {
  problem.textContent = form.dataset.silent;
});
